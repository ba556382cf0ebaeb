package org.tansiq.gateway.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.ProposeRules;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.members.SecondRules;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.rights.Things.Kind;
import org.tansiq.gateway.rights.Things.Shown;
import org.tansiq.gateway.rights.Things.Thing;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Subject;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.tokens.Scope;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.LiveEars;
import org.tansiq.probe.Person;
import org.tansiq.probe.Scenery;
import org.tansiq.probe.Scenery.Endpoint;
import org.tansiq.probe.Tokens;

/**
 * Every role, every visibility, every way out: each address that answers to GET, each topic, and the refusals of every
 * command. An address or a topic that is not listed here fails.
 */
class MatrixTest extends CoalitionServerTest {
    private static final String IN = "/coalitions/{coalition}";
    private static final String VIEWS =
            "{view:members|auditors|tasks|actions|collisions|synchronised|cities|answers|resources|hashtags|sessions|permits|lead-times}";
    /** What is of no coalition, or needs a session or something that nobody has here: asked for all the same. */
    private static final List<String> ELSEWHERE = List.of(
            "/",
            "/account",
            "/account/authenticator",
            "/account/authenticator/code",
            "/account/password",
            "/account/person",
            "/account/recovery-codes",
            "/operations",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/second-factor",
            "/feeds",
            "/tokens",
            "/api/v1/coalitions",
            "/api/v1/me",
            "/api/v1/me/feeds",
            "/api/v1/me/tokens",
            "/api/v1/openapi.json",
            "/api/v1/openapi.json.yaml",
            "/api/v1/operations/projections");

    private static final List<String> PUBLIC =
            List.of("/public", "/api/v1/public/tasks", "/api/v1/public/actions", "/api/v1/public/resources");

    private static final String AGREED = "Quorumofthree";
    private static final String PROPOSED = "Quorumoffour";

    private static final Pattern ID = Pattern.compile("(?<=/|with=)[0-9a-f]{8}-[0-9a-f-]{27}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<Cast, Person> cast = new EnumMap<>(Cast.class);
    private CoalitionId coalition;
    private Things things;

    @BeforeAll
    void scene() {
        var own = coordinator();
        var named = coordinator();
        var other = coordinator();
        var steward = coordinator();
        var observer = coordinator();
        var namedObserver = coordinator();
        var appointed = coordinator();
        coalition = coalition(steward.organization(), own.organization(), named.organization(), other.organization());
        for (var watching : List.of(observer, namedObserver)) {
            carryOut(
                    new AdmitObserver(coalition, watching.organization(), steward.organization(), now()),
                    steward.organization());
        }
        audits(appointed, coalition, steward.organization(), other.organization());
        cast.put(Cast.OWN, own);
        cast.put(Cast.OWN_MEMBER, person(own.organization(), Role.MEMBER));
        cast.put(Cast.NAMED, named);
        cast.put(Cast.OTHER, other);
        cast.put(Cast.STEWARD, steward);
        cast.put(Cast.OTHERS_AUDITOR, person(other.organization(), Role.AUDITOR));
        cast.put(Cast.OBSERVER, observer);
        cast.put(Cast.NAMED_OBSERVER, namedObserver);
        cast.put(Cast.APPOINTED, appointed);
        cast.put(Cast.OUTSIDER, coordinator());
        cast.put(Cast.OPERATOR, person(Account.INSTALLATION, Role.OPERATOR));
        cast.put(Cast.ELSEWHERE, elsewhere(own));
        things = new Things(
                coalition,
                own,
                other,
                "[\"" + named.organization() + "\", \"" + namedObserver.organization() + "\"]",
                LocalDate.parse("2030-01-01"));
        rules(steward.organization(), other.organization());
        rowsAreThere();
    }

    private void rules(OrganizationId steward, OrganizationId second) {
        var agreed = Text.of("en", AGREED);
        carryOut(new ProposeRules(coalition, agreed, steward, now()), steward);
        carryOut(new SecondRules(coalition, steward, RulesDigest.of(agreed), second, now()), second);
        carryOut(new ProposeRules(coalition, Text.of("en", PROPOSED), steward, now()), steward);
    }

    private Person elsewhere(Person own) {
        var secret = Tokens.make(tokens, personId(own), Scope.ACT, coalition(own.organization()), Duration.ofHours(1));
        return new Person(own.client(), own.login(), own.organization(), secret);
    }

    /** What an address is asked, by the pattern that answers. */
    private Map<String, List<String>> ways() {
        var ways = new HashMap<String, List<String>>();
        Stream.concat(ELSEWHERE.stream(), PUBLIC.stream()).forEach(path -> ways.put(path, List.of(path)));
        var head = history.head() - 1;
        var page = IN.replace("{coalition}", coalition.value());
        var api = "/api/v1" + page;
        for (var tab : List.of(
                "members", "tasks", "actions", "synchronised", "permits", "sessions", "resources", "hashtags")) {
            ways.put(IN + "/" + tab, List.of(page + "/" + tab, page + "/" + tab + "?position=" + head));
        }
        var calendar = new ArrayList<>(ways.get(IN + "/actions"));
        calendar.add(page + "/actions?from=2029-01-01");
        calendar.add(page + "/actions?from=2030-02-01");
        calendar.add(page + "/actions?from=2030-03-15&colliding=true");
        ways.put(IN + "/actions", calendar);
        ways.put(IN + "/history", List.of(page + "/history", page + "/history?before=" + (head - 20)));
        ways.put(IN, List.of(page));
        for (var done : List.of("lock", "reset-second-factor")) {
            ways.put("/account/people/{person}/" + done, List.of("/account/people/somebody/" + done));
        }
        ways.put("/sign-up/{token}", List.of("/sign-up/unknown"));
        ways.put("/feeds/{secret}.ics", List.of("/feeds/unknown.ics"));
        ways.put("/api/v1" + IN, List.of(api));
        ways.put("/api/v1" + IN + "/permits/wanting", List.of(api + "/permits/wanting"));
        ways.put("/api/v1" + IN + "/sessions/preparation", List.of(api + "/sessions/preparation"));
        ways.put("/api/v1" + IN + "/history", List.of(api + "/history", api + "/history?from=" + (head - 30)));
        var all = new ArrayList<String>();
        var one = new ArrayList<String>();
        var changes = new ArrayList<String>();
        for (var view : PublishedView.values()) {
            var path = api + "/" + view.view().name();
            all.addAll(List.of(path, path + "?position=" + head, path + "?at=2100-01-01T00:00Z"));
            changes.add(path + "/changes?after=-1");
            for (var thing : things.all()) {
                one.addAll(List.of(path + "/" + thing.id(), path + "/" + thing.id() + "?position=" + head));
            }
        }
        ways.put("/api/v1" + IN + "/" + VIEWS, all);
        ways.put("/api/v1" + IN + "/" + VIEWS + "/{id}", one);
        ways.put("/api/v1" + IN + "/" + VIEWS + "/changes", changes);
        var call = page + "/synchronised/" + things.call();
        ways.put(IN + "/synchronised/{synchronised}", List.of(call, call + "?position=" + head, call + "?country=DE"));
        ways.put(IN + "/synchronised/{synchronised}/cities/{city}/kit", List.of(call + "/cities/berlin/kit"));
        for (var figures : List.of("cities", "coverage")) {
            ways.put(
                    "/api/v1" + IN + "/synchronised/{synchronised}/" + figures,
                    List.of("/api/v1" + call + "/" + figures));
        }
        ways.put("/api/v1" + IN + "/hashtags/check", List.of(api + "/hashtags/check?tag=SaveGhouta"));
        for (var last : List.of("contact", "contact/readings")) {
            ways.put(
                    "/api/v1" + IN + "/resources/{resource}/" + last,
                    Arrays.stream(Shown.values())
                            .map(shown -> api + "/resources/"
                                    + things.of(shown, Kind.RESOURCE).id() + "/" + last)
                            .toList());
        }
        var merges = Arrays.stream(Shown.values())
                .map(shown -> things.of(shown, Kind.ACTION).id())
                .flatMap(action -> Arrays.stream(Shown.values())
                        .map(shown -> things.of(shown, Kind.ACTION).id())
                        .filter(other -> !other.equals(action))
                        .map(other -> "/actions/" + action + "/merge?with=" + other))
                .toList();
        ways.put(
                IN + "/actions/{action}/merge",
                merges.stream().map(page::concat).toList());
        ways.put(
                "/api/v1" + IN + "/actions/{action}/merge",
                merges.stream().map(api::concat).toList());
        ways.put(
                "/api/v1/operations/projections/{projection}/parked",
                List.of("/api/v1/operations/projections/tasks/parked"));
        return ways;
    }

    @Test
    void no_address_that_answers_is_missing_here() {
        var there = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var ours = method.getBeanType().getPackageName();
            var methods = mapping.getMethodsCondition().getMethods();
            if (ours.startsWith("org.tansiq.gateway")
                    && methods.stream().anyMatch(verb -> verb.name().equals("GET"))) {
                there.addAll(mapping.getPatternValues());
            }
        });
        there.addAll(List.of("/api/v1/openapi.json", "/api/v1/openapi.json.yaml"));

        assertThat(ways().keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    private HttpResponse<String> get(Cast who, String path) {
        var person = cast.get(who);
        return person == null ? client().get(path) : person.client().get(path, person.with("Accept-Language", "en"));
    }

    private Person person(Cast who) {
        return Objects.requireNonNull(cast.get(who), "Nobody has no account.");
    }

    /** The id that one asks for stands in the answer that there is no such thing. */
    private static String answered(HttpResponse<String> answer, String path) {
        return ID.matcher(path)
                .results()
                .map(MatchResult::group)
                .reduce(answer.body(), (body, id) -> body.replace(id, ""));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_finds_what_they_may_not_see_by_any_address(Cast who) {
        var hidden = new ArrayList<>(things.hiddenFrom(who));
        hidden.addAll(rulesHiddenFrom(who));
        ways().values().stream()
                .flatMap(List::stream)
                .filter(path -> !PUBLIC.contains(path))
                .forEach(path -> {
                    var answer = get(who, path);
                    var body = answer.statusCode() == 200 ? answer.body() : answered(answer, path);
                    assertThat(answer.statusCode()).as(path).isLessThan(500);
                    assertThat(hidden).as(who + " " + path).noneMatch(body::contains);
                });
    }

    private static List<String> rulesHiddenFrom(Cast who) {
        if (who.readsHistory()) {
            return List.of();
        }
        return who.reads() ? List.of(PROPOSED) : List.of(AGREED, PROPOSED);
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_are_for_all_who_read_and_what_is_proposed_for_those_who_read_all(Cast who) {
        var page = IN.replace("{coalition}", coalition.value());
        for (var path : List.of("/api/v1" + page, page + "/members")) {
            var body = get(who, path).body();
            assertThat(body.contains(AGREED)).as(who + " " + path).isEqualTo(who.reads());
            assertThat(body.contains(PROPOSED)).as(who + " " + path).isEqualTo(who.readsHistory());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybody_finds_what_they_may_see_by_all_that_show_it(Cast who) {
        if (!who.reads()) {
            return;
        }
        for (var thing : things.all()) {
            var view = "/coalitions/" + coalition + "/" + thing.kind().view;
            var ways = new ArrayList<>(List.of(
                    "/api/v1" + view, "/api/v1" + view + "/" + thing.id(), "/api/v1" + view + "/changes?after=-1"));
            if (!thing.kind().view.equals("actions")) { // the days that a page of the calendar holds are few
                ways.add(view);
            }
            if (who.readsHistory()) {
                ways.add("/api/v1" + view + "?position=" + (history.head() - 1));
                ways.add("/api/v1/coalitions/" + coalition + "/history");
            }
            for (var way : ways) {
                assertThat(get(who, way).body().contains(thing.word()))
                        .as(who + " " + way + " " + thing)
                        .isEqualTo(who.sees.contains(thing.shown()));
            }
        }
    }

    /** A feed shows its maker what they see and nothing else; to everybody who has its address. */
    @ParameterizedTest
    @EnumSource
    void a_calendar_feed_shows_what_its_maker_sees(Cast who) {
        if (who == Cast.NOBODY || who == Cast.ELSEWHERE) {
            return;
        }
        var secret = TokenSecret.make(new SecureRandom());
        feeds.add(new Feed(
                UUID.randomUUID().toString(),
                TokenSecret.hash(secret),
                personId(person(who)),
                coalition,
                Subject.COALITION,
                null,
                false,
                now(),
                null));

        var answer = client().get("/feeds/" + secret + ".ics");

        assertThat(answer.statusCode()).isEqualTo(who.listens() ? 200 : 404);
        var unfolded = answer.body().replace("\r\n ", "");
        for (var thing : things.all()) {
            var isAction = thing.kind().view.equals("actions");
            assertThat(unfolded.contains(thing.word()))
                    .as(who + " " + thing)
                    .isEqualTo(who.listens() && isAction && who.sees.contains(thing.shown()));
        }
    }

    /** To everybody the same: of what is public the words, and of nothing an id. */
    @ParameterizedTest
    @EnumSource
    void what_is_public_is_so_for_everybody_and_nothing_else_is(Cast who) {
        var shown = new StringBuilder();
        PUBLIC.forEach(path -> shown.append(get(who, path).body()));

        for (var thing : things.all()) {
            var isPublic = thing.shown() == Shown.PUBLIC && thing.kind() != Kind.VENUE;
            assertThat(shown.indexOf(thing.word()) >= 0).as(who + " " + thing).isEqualTo(isPublic);
            assertThat(shown.indexOf(thing.id())).as(who + " " + thing).isNegative();
        }
        assertThat(shown.indexOf(coalition.value())).isNegative();
    }

    /** The same answer, byte for byte but for the id that was asked for. */
    @ParameterizedTest
    @EnumSource
    void what_one_may_not_see_answers_as_what_is_not_there(Cast who) {
        for (var view : PublishedView.values()) {
            var path = "/api/v1/coalitions/" + coalition + "/" + view.view().name() + "/";
            for (var thing : things.all()) {
                if (thing.kind() != Kind.VENUE && !who.sees.contains(thing.shown())) {
                    var unknown = UUID.randomUUID().toString();
                    var there = get(who, path + thing.id());
                    var nowhere = get(who, path + unknown);
                    assertThat(there.statusCode())
                            .as(who + " " + path)
                            .isEqualTo(nowhere.statusCode())
                            .isNotEqualTo(200);
                    assertThat(there.body().replace(thing.id(), unknown)).isEqualTo(nowhere.body());
                }
            }
        }
    }

    static Stream<Endpoint> commandsThatNameOne() {
        return Scenery.ENDPOINTS.values().stream()
                .filter(endpoint -> !endpoint.method().equals("GET"))
                .filter(endpoint -> kind(endpoint) != null);
    }

    private static @Nullable Kind kind(Endpoint endpoint) {
        return Stream.of(Kind.TASK, Kind.ACTION, Kind.RESOURCE)
                .filter(kind -> endpoint.pattern().contains("{" + kind.name().toLowerCase(Locale.ROOT) + "}"))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @MethodSource("commandsThatNameOne")
    void commands_on_what_one_may_not_see_are_refused_as_those_on_what_is_not_there(Endpoint endpoint) {
        var kind = kind(endpoint);
        var body = endpoint.example().apply(new Scenery(this)).body();
        for (var who : List.of(Cast.OTHER, Cast.STEWARD, Cast.NAMED)) {
            for (var shown : Shown.values()) {
                if (kind == null || who.sees.contains(shown)) {
                    continue;
                }
                var thing = things.of(shown, kind);
                var unknown = UUID.randomUUID().toString();
                var head = history.head();

                var there = send(who, endpoint, thing.id(), body);
                var nowhere = send(who, endpoint, unknown, body);

                assertThat(there.statusCode())
                        .as(who + " " + endpoint + there.body())
                        .isEqualTo(404);
                assertThat(nowhere.statusCode()).isEqualTo(404);
                assertThat(there.body().replace(thing.id(), unknown)).isEqualTo(nowhere.body());
                assertThat(history.head()).isEqualTo(head);
            }
        }
    }

    private HttpResponse<String> send(Cast who, Endpoint endpoint, String id, @Nullable String body) {
        var path = endpoint.pattern()
                .replace("{coalition}", coalition.value())
                .replaceAll("\\{(task|action|resource)}", id)
                .replaceAll("\\{[a-z]+}", "some");
        return send(who, endpoint.method(), path, body);
    }

    private HttpResponse<String> send(Cast who, String method, String path, @Nullable String body) {
        var person = person(who);
        return person.client()
                .send(
                        method,
                        "/api/v1" + path,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                        person.with("Content-Type", "application/json"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORG", "NAMED", "EMBARGOED"})
    void what_one_may_not_see_cannot_be_named_in_a_request(Shown shown) {
        var path = "/coalitions/" + coalition;
        var task = things.of(shown, Kind.TASK).id();
        var action = things.of(shown, Kind.ACTION).id();
        var chairs = id(person(Cast.STEWARD)
                .post(
                        path + "/resources",
                        "{\"kind\": \"EQUIPMENT\", \"title\": {\"en\": \"Cups\"}, \"quantity\": 9}"));
        var bodies = Map.of(
                "{\"title\": {\"en\": \"For it\"}, \"action\": \"ID\"}",
                List.of(path + "/tasks", action),
                booking("task"),
                List.of(path + "/resources/" + chairs + "/bookings", task),
                booking("action"),
                List.of(path + "/resources/" + chairs + "/bookings", action));
        bodies.forEach((body, what) -> {
            var unknown = UUID.randomUUID().toString();
            var head = history.head();

            var there = send(Cast.OTHER, "POST", what.getFirst(), body.replace("ID", what.getLast()));
            var nowhere = send(Cast.OTHER, "POST", what.getFirst(), body.replace("ID", unknown));

            assertThat(there.statusCode()).as(body + there.body()).isEqualTo(404);
            assertThat(there.body().replace(what.getLast(), unknown)).isEqualTo(nowhere.body());
            assertThat(history.head()).isEqualTo(head);
        });
    }

    private static String booking(String purpose) {
        return "{\"quantity\": 1, \"from\": \"2030-01-01T00:00:00Z\", \"until\": \"2030-01-02T00:00:00Z\", \"" + purpose
                + "\": \"ID\"}";
    }

    /** Whoever listens hears of each change of what they see, and of nothing else. */
    @Test
    void no_topic_tells_anybody_what_they_may_not_see() throws Exception {
        var ears = new EnumMap<Cast, LiveEars>(Cast.class);
        for (var who : Cast.values()) {
            var person = cast.get(who);
            if (person != null && who.listens()) {
                ears.put(who, new LiveEars(port, person, coalition, topics(who)));
            }
        }

        things.stir();

        for (var listening : ears.entrySet()) {
            var who = listening.getKey();
            var seen = things.all().stream()
                    .filter(thing -> who.sees.contains(thing.shown()))
                    .map(Thing::word)
                    .toList();
            var heard = listening.getValue().until(seen);
            assertThat(things.hiddenFrom(who)).as(who.toString()).noneMatch(heard::contains);
            listening.getValue().close();
        }
    }

    private static PublishedView[] topics(Cast who) {
        return Arrays.stream(PublishedView.values())
                .filter(view -> who.readsHistory() || (view != PublishedView.MEMBERS && view != PublishedView.AUDITORS))
                .toArray(PublishedView[]::new);
    }
}
