package org.tansiq.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.probe.Client;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.probe.Scenery;
import org.tansiq.probe.Scenery.Endpoint;
import org.tansiq.probe.Scenery.Kind;
import org.tansiq.probe.Scenery.Request;
import org.tansiq.probe.Tokens;

/** Who may do what: every endpoint of the API, for whoever might ask. */
class RightsTest extends CoalitionServerTest {
    private static final String API = "/api/v1";
    private static final String UNKNOWN = "coalition-that-nobody-founded";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<Person, Client> browsers = new HashMap<>();
    private final Map<CoalitionId, Person> acting = new HashMap<>();

    private Scenery scenery;
    /** The coordinator, by a token that only reads. */
    private Person reading;
    /** The coordinator, by a token for another coalition of theirs. */
    private Person elsewhere;

    @BeforeAll
    void people() {
        scenery = new Scenery(this);
        reading = with(scenery.home, Scope.READ, null);
        elsewhere = acting(coalition(scenery.home.organization()));
    }

    static Stream<Endpoint> endpoints() {
        return Scenery.ENDPOINTS.values().stream();
    }

    static Stream<Endpoint> endpointsOfCoalitions() {
        return endpoints().filter(endpoint -> endpoint.pattern().contains("{coalition}"));
    }

    @Test
    void no_endpoint_of_the_api_is_missing_here() {
        var there = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getPackageName().equals("org.tansiq.probe")) {
                for (var path : mapping.getPatternValues()) {
                    if (path.startsWith(API)) {
                        var methods =
                                new HashSet<>(mapping.getMethodsCondition().getMethods());
                        assertThat(methods).as(path).isNotEmpty();
                        methods.forEach(verb -> there.add(verb + " " + path.substring(API.length())));
                    }
                }
            }
        });

        assertThat(Scenery.ENDPOINTS.keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    private HttpResponse<String> send(@Nullable Person who, Endpoint endpoint, Request request) {
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        var path = API + request.path();
        if (who != null && endpoint.kind().isBySession()) {
            var browser = browsers.computeIfAbsent(who, Person::browser);
            var csrf = browser.token("/sign-in");
            return browser.send(endpoint.method(), path, body, "Content-Type", request.type(), "X-CSRF-TOKEN", csrf);
        }
        return who == null
                ? client().send(endpoint.method(), path, body, "Content-Type", request.type())
                : sendAs(who, endpoint, request);
    }

    private HttpResponse<String> send(@Nullable Person who, Endpoint endpoint) {
        return send(who, endpoint, endpoint.example().apply(scenery));
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    /** What is about a token or a feed is about one of the coordinator's: to others it is as one that is not there. */
    private void assertOwn(Person who, Endpoint endpoint) {
        var answer = send(who, endpoint);
        if (endpoint.pattern().contains("{token}")) {
            problem(answer, 404, "no-such-token");
        } else if (endpoint.pattern().contains("{feed}")) {
            problem(answer, 404, "no-such-feed");
        } else if (endpoint.toString().equals("POST /me/feeds") && who.equals(scenery.operator)) {
            problem(answer, 404, "no-such-coalition");
        } else if (endpoint.toString().equals("POST /me/feeds") && who.equals(scenery.appointed)) {
            problem(answer, 403, "recorded-reading-only");
        } else {
            assertDone(answer);
        }
    }

    private void refused(@Nullable Person who, Endpoint endpoint, int status, String code) {
        var request = endpoint.example().apply(scenery);
        var head = history.head();

        problem(send(who, endpoint, request), status, code);

        assertThat(history.head()).isEqualTo(head);
    }

    private void erasesThemselves(Person who, Endpoint endpoint, String code) {
        if (endpoint.pattern().startsWith("/me/")) {
            refused(who, endpoint, 422, "bad-value");
        } else {
            refused(who, endpoint, 403, code);
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_coordinator_of_a_steward_may_do_all_but_look_after_the_installation(Endpoint endpoint) {
        if (endpoint.kind() == Kind.OPERATION) {
            refused(scenery.home, endpoint, 403, "operator-only");
        } else if (endpoint.kind() == Kind.ERASURE) {
            refused(scenery.home, endpoint, 422, "bad-value");
        } else {
            assertDone(send(scenery.home, endpoint));
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_operator_looks_after_the_installation_and_sees_no_coalition(Endpoint endpoint) {
        switch (endpoint.kind()) {
            case OWN, PUBLIC -> assertDone(send(scenery.operator, endpoint));
            case ERASURE -> erasesThemselves(scenery.operator, endpoint, "operator-runs");
            case SESSION -> assertOwn(scenery.operator, endpoint);
            case READ, CONTACT -> refused(scenery.operator, endpoint, 404, "no-such-coalition");
            case CHANGE, MEMBERSHIP, COORDINATION -> refused(scenery.operator, endpoint, 403, "operator-runs");
            case OPERATION -> {
                var answer = send(scenery.operator, endpoint);
                if (answer.statusCode() != 200) {
                    problem(answer, 404, "no-such-parked-event");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_member_does_all_but_decide_who_belongs(Endpoint endpoint) {
        switch (endpoint.kind()) {
            case READ, CONTACT, CHANGE, OWN, PUBLIC -> assertDone(send(scenery.member, endpoint));
            case ERASURE -> refused(scenery.member, endpoint, 422, "bad-value");
            case SESSION -> assertOwn(scenery.member, endpoint);
            case MEMBERSHIP, COORDINATION -> refused(scenery.member, endpoint, 403, "coordinator-only");
            case OPERATION -> refused(scenery.member, endpoint, 403, "operator-only");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_auditor_reads_all_and_changes_nothing(Endpoint endpoint) {
        switch (endpoint.kind()) {
            case READ, OWN, PUBLIC -> assertDone(send(scenery.auditor, endpoint));
            case ERASURE -> erasesThemselves(scenery.auditor, endpoint, "read-only-role");
            case SESSION -> assertOwn(scenery.auditor, endpoint);
            case CONTACT, CHANGE, MEMBERSHIP, COORDINATION -> refused(scenery.auditor, endpoint, 403, "read-only-role");
            case OPERATION -> refused(scenery.auditor, endpoint, 403, "operator-only");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void who_was_appointed_auditor_reads_all_with_each_reading_in_the_log_and_changes_nothing(Endpoint endpoint) {
        switch (endpoint.kind()) {
            case READ -> {
                var request = endpoint.example().apply(scenery);
                var head = history.head();

                assertDone(send(scenery.appointed, endpoint, request));

                assertThat(history.head()).isEqualTo(head + 1);
                var reading = history.latest(request.coalition(), head + 1, 1).getFirst();
                assertThat(reading.position()).isEqualTo(head);
                assertThat(reading.name()).isEqualTo("members.CoalitionRead");
                assertThat(reading.payload()).contains(API + request.path().replaceAll("\\?.*", ""));
            }
            case OWN, COORDINATION, PUBLIC -> assertDone(send(scenery.appointed, endpoint));
            case ERASURE -> refused(scenery.appointed, endpoint, 422, "bad-value");
            case SESSION -> assertOwn(scenery.appointed, endpoint);
            case CONTACT, CHANGE, MEMBERSHIP -> refusedHere(scenery.appointed, endpoint, "read-only-role");
            case OPERATION -> refused(scenery.appointed, endpoint, 403, "operator-only");
        }
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_observer_reads_what_is_and_not_what_was_and_changes_nothing(Endpoint endpoint) {
        switch (endpoint.kind()) {
            case READ -> {
                if (endpoint.pattern().endsWith("/history")
                        || endpoint.pattern().endsWith("/readings")) {
                    refused(scenery.observer, endpoint, 404, "no-such-path");
                } else {
                    assertDone(send(scenery.observer, endpoint));
                }
            }
            case OWN, COORDINATION, PUBLIC -> assertDone(send(scenery.observer, endpoint));
            case ERASURE -> refused(scenery.observer, endpoint, 422, "bad-value");
            case SESSION -> assertOwn(scenery.observer, endpoint);
            case CONTACT, CHANGE, MEMBERSHIP -> refusedHere(scenery.observer, endpoint, "observer-only-reads");
            case OPERATION -> refused(scenery.observer, endpoint, 403, "operator-only");
        }
    }

    /** Refused for this reason, or, where the request is about another coalition, for there is none to them. */
    private void refusedHere(Person who, Endpoint endpoint, String code) {
        var request = endpoint.example().apply(scenery);
        var head = history.head();

        var answer = send(who, endpoint, request);

        if (request.coalition().equals(scenery.coalition)) {
            problem(answer, 403, code);
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        }
        assertThat(history.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void a_token_that_reads_changes_nothing_and_none_looks_after_its_owner_s_account(Endpoint endpoint) {
        if (endpoint.kind().isBySession()) {
            var request = endpoint.example().apply(scenery);
            var code = endpoint.method().equals("GET") ? "session-needed" : "read-only-token";
            problem(sendAs(reading, endpoint, request), 403, code);
            problem(sendAs(scenery.home, endpoint, request), 403, "session-needed");
        } else if (endpoint.method().equals("GET") && endpoint.kind() != Kind.OPERATION) {
            assertDone(send(reading, endpoint));
        } else if (!endpoint.pattern().equals("/me/socket-tickets")) {
            refused(reading, endpoint, 403, endpoint.method().equals("GET") ? "operator-only" : "read-only-token");
        }
    }

    @ParameterizedTest
    @MethodSource("endpointsOfCoalitions")
    void to_a_token_for_another_coalition_this_one_is_as_one_that_is_not_there(Endpoint endpoint) {
        var request = endpoint.example().apply(scenery);
        var nowhere = new Request(
                request.coalition(),
                request.path().replace(request.coalition().value(), UNKNOWN),
                request.type(),
                request.body());
        var head = history.head();

        var here = send(elsewhere, endpoint, request);
        var there = send(elsewhere, endpoint, nowhere);

        problem(here, 404, "no-such-coalition");
        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(there.body())
                .isEqualTo(here.body().replace(request.coalition().value(), UNKNOWN));
        assertThat(history.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @MethodSource("endpointsOfCoalitions")
    void a_token_for_a_coalition_does_all_in_it_that_its_owner_may(Endpoint endpoint) {
        var request = endpoint.example().apply(scenery);

        assertDone(send(acting(request.coalition()), endpoint, request));
    }

    /** The coordinator, by a token for this coalition. */
    private Person acting(CoalitionId coalition) {
        return acting.computeIfAbsent(coalition, only -> with(scenery.home, Scope.ACT, only));
    }

    private Person with(Person who, Scope scope, @Nullable CoalitionId coalition) {
        var person = accounts.byLogin(who.login()).orElseThrow().person();
        return new Person(
                who.client(),
                who.login(),
                who.organization(),
                Tokens.make(tokens, person, scope, coalition, Duration.ofHours(1)));
    }

    private HttpResponse<String> sendAs(Person who, Endpoint endpoint, Request request) {
        var body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        return who.client()
                .send(endpoint.method(), API + request.path(), body, who.with("Content-Type", request.type()));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void nobody_reads_what_is_public_and_does_nothing_else(Endpoint endpoint) {
        if (endpoint.kind() == Kind.PUBLIC) {
            assertDone(send(null, endpoint));
        } else {
            refused(null, endpoint, 401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @MethodSource("endpointsOfCoalitions")
    void to_an_outsider_a_coalition_is_as_one_that_is_not_there(Endpoint endpoint) {
        if (endpoint.kind() == Kind.COORDINATION) {
            assertDone(send(scenery.outsider, endpoint));
            return;
        }
        var request = endpoint.example().apply(scenery);
        var elsewhere = new Request(
                request.coalition(),
                request.path().replace(request.coalition().value(), UNKNOWN),
                request.type(),
                request.body());
        for (var outsider : new Person[] {scenery.outsider, scenery.outsideAuditor}) {
            var head = history.head();

            var here = send(outsider, endpoint, request);
            var there = send(outsider, endpoint, elsewhere);

            var auditing = outsider.equals(scenery.outsideAuditor)
                    && endpoint.kind() != Kind.READ
                    && endpoint.kind() != Kind.CONTACT;
            assertThat(here.statusCode()).as(here.body()).isEqualTo(auditing ? 403 : 404);
            assertThat(there.statusCode()).isEqualTo(here.statusCode());
            assertThat(there.body())
                    .isEqualTo(here.body().replace(request.coalition().value(), UNKNOWN));
            var names = new HashSet<>(here.headers().map().keySet());
            assertThat(there.headers().map().keySet()).isEqualTo(names);
            assertThat(history.head()).isEqualTo(head);
        }
    }
}
