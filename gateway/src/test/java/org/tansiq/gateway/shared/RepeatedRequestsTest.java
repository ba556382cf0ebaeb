package org.tansiq.gateway.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;

/** One request has one effect, however often it comes. */
class RepeatedRequestsTest extends CoalitionServerTest {
    private static final String TITLE = "{\"title\": {\"en\": \"Print leaflets\"}}";
    private static final int AT_ONCE = 8;

    private Person berlin;
    private Person paris;
    private CoalitionId coalition;
    private String key;

    @BeforeAll
    void twoOrganizations() {
        berlin = coordinator();
        paris = coordinator();
    }

    @BeforeEach
    void aCoalitionAndAKey() {
        coalition = coalition(berlin.organization(), paris.organization());
        key = UUID.randomUUID().toString();
    }

    private String path(String... more) {
        return "/coalitions/" + coalition + "/" + String.join("/", more);
    }

    private HttpResponse<String> keyed(Person who, String path) {
        return who.postWith(path, "Idempotency-Key", key);
    }

    private HttpResponse<String> keyed(Person who, String path, String body) {
        return who.post(path, body, "Idempotency-Key", key);
    }

    private static void assertSame(HttpResponse<String> first, HttpResponse<String> again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(done(again)).isEqualTo(done(first));
    }

    @Test
    void a_repeat_answers_as_the_first_did_and_appends_nothing() {
        var first = keyed(berlin, path("tasks"), TITLE);
        var head = history.head();

        assertSame(first, keyed(berlin, path("tasks"), TITLE));

        assertThat(history.head()).isEqualTo(head);
        assertThat(rows(berlin, coalition, "tasks").size()).isEqualTo(1);
    }

    @Test
    void so_it_does_when_other_changes_came_between() {
        var task = id(berlin.post(path("tasks"), TITLE));
        var first = keyed(paris, path("tasks", task, "claim"));
        done(paris.post(path("tasks", task, "release")));
        done(berlin.post(path("tasks", task, "claim")));
        var head = history.head();

        assertSame(first, keyed(paris, path("tasks", task, "claim")));

        assertThat(history.head()).isEqualTo(head);
        assertThat(row(berlin, coalition, "tasks", task).path("holder").asString())
                .isEqualTo(berlin.organization().value());
    }

    @Test
    void without_a_key_every_request_is_meant_anew() {
        assertThat(id(berlin.post(path("tasks"), TITLE))).isNotEqualTo(id(berlin.post(path("tasks"), TITLE)));
    }

    @Test
    void the_same_key_of_another_person_is_another_request() {
        var colleague = person(berlin.organization(), Role.MEMBER);

        assertThat(id(keyed(colleague, path("tasks"), TITLE))).isNotEqualTo(id(keyed(berlin, path("tasks"), TITLE)));
    }

    @Test
    void the_same_key_for_another_thing_is_another_request() {
        var task = id(keyed(berlin, path("tasks"), TITLE));
        var other = id(berlin.post(path("tasks"), TITLE));

        done(keyed(berlin, path("tasks", task, "claim")));
        done(keyed(berlin, path("tasks", other, "claim")));

        assertThat(row(berlin, coalition, "tasks", task).path("state").asString())
                .isEqualTo("HELD");
        assertThat(row(berlin, coalition, "tasks", other).path("state").asString())
                .isEqualTo("HELD");
    }

    @Test
    void a_refused_request_is_refused_again_with_its_key_and_decided_anew_with_another() {
        var task = id(berlin.post(path("tasks"), TITLE));
        done(berlin.post(path("tasks", task, "claim")));
        var refusal = keyed(paris, path("tasks", task, "claim"));
        problem(refusal, 409, "task-held");
        done(berlin.post(path("tasks", task, "release")));

        var again = keyed(paris, path("tasks", task, "claim"));
        problem(again, 409, "task-held");
        assertThat(again.body()).isEqualTo(refusal.body());
        assertThat(again.headers().map().get("Content-Type"))
                .isEqualTo(refusal.headers().map().get("Content-Type"));

        key = UUID.randomUUID().toString();
        done(keyed(paris, path("tasks", task, "claim")));
    }

    @Test
    void what_changed_nothing_is_answered_so_again() {
        var task = id(berlin.post(path("tasks"), TITLE));
        done(paris.post(path("tasks", task, "claim")));
        var first = keyed(paris, path("tasks", task, "claim"));
        done(paris.post(path("tasks", task, "release")));

        assertSame(first, keyed(paris, path("tasks", task, "claim")));

        assertThat(row(berlin, coalition, "tasks", task).path("state").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void a_key_that_comes_with_another_body_is_no_repeat() {
        done(keyed(berlin, path("tasks"), TITLE));
        var head = history.head();

        problem(
                keyed(berlin, path("tasks"), "{\"title\": {\"en\": \"Something else\"}}"),
                422,
                "idempotency-key-reused");

        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void whoever_left_is_told_so_again() {
        var first = keyed(paris, path("leave"));
        problem(paris.get(path("tasks")), 404, "no-such-coalition");

        assertSame(first, keyed(paris, path("leave")));
        problem(paris.post(path("leave")), 404, "no-such-coalition");
    }

    @Test
    void a_join_request_is_answered_once() {
        var madrid = coordinator();
        var refused = id(madrid.post(path("join-requests")));
        var refusal = keyed(berlin, path("join-requests", refused, "refuse"));
        assertSame(refusal, keyed(berlin, path("join-requests", refused, "refuse")));

        var admitted = id(madrid.post(path("join-requests")));
        var admission = keyed(berlin, path("join-requests", admitted, "admit"));
        assertSame(admission, keyed(berlin, path("join-requests", admitted, "admit")));
    }

    @Test
    void requests_that_come_at_once_with_one_key_are_one() throws Exception {
        for (var round = 0; round < 5; round++) {
            key = UUID.randomUUID().toString();
            assertOne(() -> keyed(berlin, path("tasks"), TITLE));
        }
        assertThat(rows(berlin, coalition, "tasks").size()).isEqualTo(5);
    }

    @Test
    void decisions_that_come_at_once_with_one_key_are_one() throws Exception {
        var task = id(berlin.post(path("tasks"), TITLE));
        assertOne(() -> keyed(paris, path("tasks", task, "claim")));
        assertOne(() -> keyed(paris, path("tasks", task, "complete")));
        assertThat(events(berlin, coalition, 0))
                .endsWith("tasks.TaskOpened", "tasks.TaskClaimed", "tasks.TaskCompleted");
    }

    @Test
    void what_makes_itself_impossible_is_still_one_when_it_comes_at_once() throws Exception {
        var madrid = coordinator();
        for (var round = 0; round < 5; round++) {
            key = UUID.randomUUID().toString();
            var request = id(madrid.post(path("join-requests")));
            assertOne(() -> keyed(berlin, path("join-requests", request, "refuse")));
        }
        assertThat(events(berlin, coalition, 0))
                .filteredOn("members.JoinRefused"::equals)
                .hasSize(5);
        for (var round = 0; round < 3; round++) {
            aCoalitionAndAKey();
            assertOne(() -> keyed(paris, path("leave")));
        }
    }

    private void assertOne(Supplier<HttpResponse<String>> request) throws Exception {
        var before = history.head();
        var barrier = new CyclicBarrier(AT_ONCE);
        List<HttpResponse<String>> answers = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = IntStream.range(0, AT_ONCE)
                    .mapToObj(one -> threads.submit(() -> {
                        barrier.await();
                        return answers.add(request.get());
                    }))
                    .toList();
            for (var one : running) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(answers).hasSize(AT_ONCE).allSatisfy(answer -> assertSame(answers.getFirst(), answer));
        assertThat(history.head()).isEqualTo(before + 1);
    }
}
