package org.tansiq.gateway.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

class TasksOverHttpTest extends CoalitionServerTest {
    private Person berlin;
    private Person paris;
    private Person madrid;
    private CoalitionId coalition;

    @BeforeAll
    void threeOrganizations() {
        berlin = coordinator();
        paris = person(organization(), Role.MEMBER);
        madrid = coordinator();
    }

    @BeforeEach
    void aCoalitionOfThem() {
        coalition = coalition(berlin.organization(), paris.organization(), madrid.organization());
    }

    private String tasks(String... more) {
        return "/coalitions/" + coalition + "/tasks" + (more.length == 0 ? "" : "/" + String.join("/", more));
    }

    private String opened() {
        return id(berlin.post(tasks(), "{\"title\": {\"ar\": \"طباعة المنشورات\", \"en\": \"Print leaflets\"}}"));
    }

    private JsonNode task(String id) {
        return row(berlin, coalition, "tasks", id);
    }

    private static String to(Object organization) {
        return "{\"to\": \"" + organization + "\"}";
    }

    @Test
    void an_open_task_says_what_is_needed_by_when() {
        var answer = berlin.post(tasks(), """
                {"title": {"ar": "طباعة المنشورات"}, "needed": {"en": "500, both sides"}, "due": "2018-02-24T13:00+01:00"}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        var task = task(id(answer));
        assertThat(task.path("title").path("ar").asString()).isEqualTo("طباعة المنشورات");
        assertThat(task.path("needed").path("en").asString()).isEqualTo("500, both sides");
        assertThat(task.path("due").asString()).isEqualTo("2018-02-24T12:00:00Z");
        assertThat(task.path("state").asString()).isEqualTo("OPEN");
        assertThat(task.path("openedBy").asString())
                .isEqualTo(berlin.organization().value());
    }

    @Test
    void a_claimed_task_has_its_holder_and_nobody_else_takes_it() {
        var id = opened();
        done(paris.post(tasks(id, "claim")));

        var refused = madrid.post(tasks(id, "claim"));

        assertThat(problem(refused, 409, "task-held").path("holder").asString())
                .isEqualTo(paris.organization().value());
        assertThat(task(id).path("state").asString()).isEqualTo("HELD");
        assertThat(task(id).path("holder").asString())
                .isEqualTo(paris.organization().value());
    }

    @Test
    void claiming_what_one_holds_changes_nothing() {
        var id = opened();
        var first = done(paris.post(tasks(id, "claim")));

        var again = done(paris.post(tasks(id, "claim")));

        assertThat(again.path("position").asLong())
                .isEqualTo(first.path("position").asLong());
        assertThat(events(berlin, coalition, 0))
                .filteredOn("tasks.TaskClaimed"::equals)
                .hasSize(1);
    }

    @Test
    void a_released_task_is_open_for_others() {
        var id = opened();
        done(paris.post(tasks(id, "claim")));
        problem(madrid.post(tasks(id, "release")), 403, "not-holder");

        done(paris.post(tasks(id, "release")));

        assertThat(task(id).path("state").asString()).isEqualTo("OPEN");
        done(madrid.post(tasks(id, "claim")));
    }

    @Test
    void a_task_is_handed_over_when_the_other_accepts() {
        var id = opened();
        done(paris.post(tasks(id, "claim")));
        problem(madrid.post(tasks(id, "hand-over/accept")), 409, "no-hand-over");

        done(paris.post(tasks(id, "hand-over"), to(madrid.organization())));
        assertThat(task(id).path("offeredTo").asString())
                .isEqualTo(madrid.organization().value());
        assertThat(task(id).path("holder").asString())
                .isEqualTo(paris.organization().value());
        problem(berlin.post(tasks(id, "hand-over/accept")), 409, "no-hand-over");

        done(madrid.post(tasks(id, "hand-over/accept")));
        assertThat(task(id).path("holder").asString())
                .isEqualTo(madrid.organization().value());
    }

    @Test
    void a_declined_hand_over_leaves_the_task_where_it_was() {
        var id = opened();
        done(paris.post(tasks(id, "claim")));
        done(paris.post(tasks(id, "hand-over"), to(madrid.organization())));
        problem(berlin.post(tasks(id, "hand-over/decline")), 403, "not-offered");

        done(madrid.post(tasks(id, "hand-over/decline")));

        assertThat(task(id).path("holder").asString())
                .isEqualTo(paris.organization().value());
        assertThat(task(id).has("offeredTo")).isFalse();
        problem(madrid.post(tasks(id, "hand-over/accept")), 409, "no-hand-over");
    }

    @Test
    void a_task_is_handed_to_other_members_only() {
        var id = opened();
        done(paris.post(tasks(id, "claim")));

        var toSelf = paris.post(tasks(id, "hand-over"), to(paris.organization()));
        var toStranger = paris.post(tasks(id, "hand-over"), to(organization()));

        assertThat(problem(toSelf, 422, "hand-over-to-self").path("field").asString())
                .isEqualTo("to");
        assertThat(problem(toStranger, 404, "no-such-organization")
                        .path("field")
                        .asString())
                .isEqualTo("to");
        problem(madrid.post(tasks(id, "hand-over"), to(berlin.organization())), 403, "not-holder");
    }

    @Test
    void a_completed_task_is_done_for_good() {
        var id = opened();
        problem(paris.post(tasks(id, "complete")), 403, "not-holder");
        done(paris.post(tasks(id, "claim")));

        done(paris.post(tasks(id, "complete")));

        assertThat(task(id).path("state").asString()).isEqualTo("DONE");
        problem(madrid.post(tasks(id, "claim")), 409, "task-done");
        problem(berlin.post(tasks(id, "cancel")), 409, "task-done");
    }

    @Test
    void whoever_opened_a_task_cancels_it_and_says_why() {
        var id = opened();
        problem(paris.post(tasks(id, "cancel")), 403, "not-opener");

        done(berlin.post(tasks(id, "cancel"), "{\"reason\": {\"en\": \"Printed elsewhere\"}}"));

        assertThat(task(id).path("state").asString()).isEqualTo("CANCELLED");
        assertThat(task(id).path("reason").path("en").asString()).isEqualTo("Printed elsewhere");
        problem(paris.post(tasks(id, "claim")), 409, "task-cancelled");
    }

    @Test
    void a_task_of_another_coalition_does_not_exist_here() {
        var other = coalition(berlin.organization(), paris.organization());
        var id = opened();
        rowsAreThere();

        problem(paris.post("/coalitions/" + other + "/tasks/" + id + "/claim"), 404, "no-such-task");
        problem(paris.get("/coalitions/" + other + "/tasks/" + id), 404, "no-such-task");
        assertThat(paris.get(tasks(id)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_reader_who_names_the_position_of_a_command_reads_what_it_wrote() {
        for (var i = 0; i < 25; i++) {
            var opened = done(berlin.post(tasks(), "{\"title\": {\"en\": \"Task\"}}"));
            var position = opened.path("position").asString();

            var one = paris.get(tasks(opened.path("id").asString()), "Tansiq-After", position);
            assertThat(one.statusCode()).as(one.body()).isEqualTo(200);

            var claimed = done(paris.post(tasks(opened.path("id").asString(), "claim")));
            var all =
                    madrid.get(tasks(), "Tansiq-After", claimed.path("position").asString());
            assertThat(json(all).valueStream())
                    .anySatisfy(
                            task -> assertThat(task.path("state").asString()).isEqualTo("HELD"));
            assertThat(all.headers().firstValueAsLong("Tansiq-Position").orElseThrow())
                    .isGreaterThanOrEqualTo(claimed.path("position").asLong());
            done(paris.post(tasks(opened.path("id").asString(), "complete")));
        }
    }

    @Test
    void a_position_that_never_comes_is_waited_for_two_seconds_at_most() {
        var start = System.nanoTime();

        var answer = berlin.get(tasks(), "Tansiq-After", Long.toString(Long.MAX_VALUE));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((System.nanoTime() - start) / 1_000_000).isBetween(1_900L, 6_000L);
    }

    @Test
    void changes_after_a_position_tell_what_a_reader_missed() {
        var first = opened();
        rowsAreThere();
        var seen = berlin.get(tasks()).headers().firstValue("Tansiq-Position").orElseThrow();
        assertThat(changes(seen)).isEmpty();

        var second = opened();
        done(paris.post(tasks(first, "claim")));
        rowsAreThere();

        assertThat(changes(seen))
                .extracting(change -> change.path("id").asString())
                .containsExactly(second, first);
        assertThat(changes(seen).getLast().path("op").asString()).isEqualTo("put");
        assertThat(changes(seen).getLast().path("row").path("holder").asString())
                .isEqualTo(paris.organization().value());
        assertThat(changes(seen).getLast().path("position").asLong())
                .as("where to go on")
                .isGreaterThan(Long.parseLong(seen));
        assertThat(changes(changes(seen).getLast().path("position").asString())).isEmpty();
        assertThat(changes("-1"))
                .extracting(change -> change.path("id").asString())
                .contains(first, second);
    }

    private List<JsonNode> changes(String after) {
        var answer = berlin.get(tasks("changes?after=" + after));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).valueStream().toList();
    }

    @Test
    void of_many_who_race_for_a_task_one_gets_it() throws Exception {
        var racers = 16;
        var all = Stream.generate(this::coordinator).limit(racers).toList();
        coalition = coalition(
                berlin.organization(), all.stream().map(Person::organization).toArray(OrganizationId[]::new));
        all.forEach(racer -> assertThat(racer.get("/me").statusCode()).isEqualTo(200));
        try (var threads = Executors.newFixedThreadPool(racers)) {
            for (var round = 0; round < 8; round++) {
                var id = opened();
                var barrier = new CyclicBarrier(racers);
                var answers = Collections.synchronizedList(new ArrayList<HttpResponse<String>>());
                var running = IntStream.range(0, racers)
                        .mapToObj(racer -> threads.submit(() -> {
                            barrier.await();
                            return answers.add(all.get(racer).post(tasks(id, "claim")));
                        }))
                        .toList();
                for (var one : running) {
                    assertThat(one.get()).isTrue();
                }

                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 200)
                        .hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() != 200)
                        .allSatisfy(answer -> assertThat(problem(answer, 409, "task-held")
                                        .path("holder")
                                        .asString())
                                .isEqualTo(task(id).path("holder").asString()));
                assertThat(history(id)).containsExactly("tasks.TaskOpened", "tasks.TaskClaimed");
            }
        }
    }

    private List<String> history(String task) {
        return berlin.get("/coalitions/" + coalition + "/history")
                .body()
                .lines()
                .map(JSON::readTree)
                .filter(event -> event.path("payload").path("task").asString("").equals(task))
                .map(event -> event.path("event").asString())
                .toList();
    }
}
