package org.tansiq.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.campaign.Campaign;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Person;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import tools.jackson.databind.JsonNode;

/** An operator looks after a server whose log has events that it cannot read: a later version has written them. */
class OperationsTest {
    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "a name of somebody";

    @TempDir
    private static Path folder;

    private static House house;
    private static Campaign campaign;
    private static Coalition ghouta;
    private static Person berlin;
    private static Person operator;
    /** Of the first event that cannot be read; three more follow it. */
    private static long unread;

    @BeforeAll
    static void start_on_a_log_of_the_future() {
        try (var before = House.on(folder)) {
            var began = before.campaign();
            berlin = began.organization("Berlin");
            ghouta = began.coalition(berlin, began.organization("Paris"));
            berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                    .done();
        }
        try (var log = new SqliteCommitLog(folder.resolve("log.db"))) {
            unread = log.head();
            for (var n = 0; n < 4; n++) {
                log.append(List.of(new Commit(log.head(), UUID.randomUUID().toString(), List.of(ofTheFuture()))));
            }
        }
        house = House.on(folder);
        campaign = house.campaign();
        ghouta = new Coalition(campaign, ghouta.id());
        berlin = campaign.again(berlin);
        berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Posters")))
                .done();
        operator = campaign.person(Account.INSTALLATION, Role.OPERATOR);
        campaign.settle();
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static StoredEvent ofTheFuture() {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                "tasks.TaskOpened",
                "7",
                Instant.now().toEpochMilli(),
                Map.of("person", "p"),
                Set.of(new Tag(Tags.COALITION, ghouta.id())),
                "{\"praise\": \"" + SECRET + "\"}");
    }

    @Test
    void the_projections_say_how_they_are_doing() {
        var head = operator.get(PROJECTIONS).done().json().path(0).path("head").asLong();

        var all = operator.get(PROJECTIONS).done().items();

        assertThat(all)
                .extracting(one -> one.path("name").asString())
                .containsExactlyInAnyOrder(
                        "members",
                        "tasks",
                        "calendar",
                        "coverage",
                        "inventory",
                        "contact-readings",
                        "registry",
                        "sessions",
                        "permits");
        assertThat(head).isGreaterThan(unread + 3);
        assertThat(all).allSatisfy(one -> {
            assertThat(one.path("head").asLong()).isEqualTo(head);
            assertThat(one.path("position").asLong()).isEqualTo(head - 1);
            assertThat(one.path("lag").asLong()).isZero();
            assertThat(one.path("eventsPerSecond").isNumber()).isTrue();
            assertThat(one.path("state").asString()).isIn("RUNNING", "REBUILDING");
            assertThat(one.path("holder").asString()).isNotBlank();
            assertThat(one.path("version").asInt()).isPositive();
        });
        assertThat(projection("coverage").path("waiting").asLong()).isEqualTo(4);
    }

    @Test
    void a_parked_event_is_told_without_what_it_holds() {
        var answer = operator.get(PROJECTIONS + "/coverage/parked").done();

        assertThat(answer.items()).hasSize(4);
        var first = answer.items().getFirst();
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder("position", "event", "coalition", "error", "since", "state", "reason");
        assertThat(first.path("position").asLong()).isEqualTo(unread);
        assertThat(first.path("event").asString()).isEqualTo("tasks.TaskOpened");
        assertThat(first.path("coalition").asString()).isEqualTo(ghouta.id());
        assertThat(first.path("state").asString()).isEqualTo("WAITING");
        assertThat(answer.http().body()).doesNotContain(SECRET, "praise");
        assertThat(page("").body()).contains("tasks.TaskOpened").doesNotContain(SECRET, "praise");
    }

    @Test
    void what_still_cannot_be_read_stays_parked() {
        operator.post(PROJECTIONS + "/inventory/parked/" + unread + "/retry").refused(409, "still-failing");

        assertThat(parked("inventory", unread).path("state").asString()).isEqualTo("WAITING");
    }

    @Test
    void what_is_skipped_stays_listed_with_its_reason() {
        operator.post(
                        PROJECTIONS + "/members/parked/" + (unread + 1) + "/skip",
                        Map.of("reason", "من نسخة لاحقة; of a later version"))
                .done();

        var skipped = parked("members", unread + 1);
        assertThat(skipped.path("state").asString()).isEqualTo("SKIPPED");
        assertThat(skipped.path("reason").asString()).isEqualTo("من نسخة لاحقة; of a later version");
        assertThat(parked("members", unread).path("state").asString()).isEqualTo("WAITING");
        assertThat(projection("members").path("waiting").asLong()).isLessThan(4);
        assertThat(page("").body()).contains("of a later version");
        operator.post(PROJECTIONS + "/members/parked/" + (unread + 1) + "/retry")
                .refused(409, "still-failing");
        assertThat(parked("members", unread + 1).path("state").asString()).isEqualTo("SKIPPED");
    }

    @Test
    void a_reason_may_be_left_out_and_has_its_limit() {
        var skip = PROJECTIONS + "/calendar/parked/" + unread + "/skip";
        var problem = operator.post(skip, Map.of("reason", "x".repeat(201))).refused(422, "text-too-long");
        assertThat(problem.path("field").asString()).isEqualTo("reason");
        operator.post(skip, "not JSON").refused(400, "bad-json");
        operator.post(skip, Map.of("reasons", "x")).refused(422, "unknown-field");
        assertThat(parked("calendar", unread).path("state").asString()).isEqualTo("WAITING");

        operator.post(skip, Map.of("reason", "x".repeat(200))).done();
        assertThat(parked("calendar", unread).path("reason").asString()).hasSize(200);
        operator.post(PROJECTIONS + "/calendar/parked/" + (unread + 1) + "/skip", Map.of())
                .done();
        assertThat(parked("calendar", unread + 1).path("reason").asString()).isEmpty();
    }

    @Test
    void a_projection_that_is_not_there_is_told_so() {
        operator.get(PROJECTIONS + "/weather/parked").refused(404, "no-such-projection");
        operator.post(PROJECTIONS + "/weather/rebuild").refused(404, "no-such-projection");
        operator.post(PROJECTIONS + "/weather/parked/0/retry").refused(404, "no-such-projection");
        operator.post(PROJECTIONS + "/weather/parked/0/skip", Map.of()).refused(404, "no-such-projection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999"})
    void a_position_that_is_not_parked_is_told_so(String position) {
        operator.post(PROJECTIONS + "/coverage/parked/" + position + "/retry").refused(404, "no-such-parked-event");
        operator.post(PROJECTIONS + "/coverage/parked/" + position + "/skip", Map.of())
                .refused(404, "no-such-parked-event");
        operator.post(PROJECTIONS + "/coverage/parked/soon/retry").refused(404, "no-such-path");
    }

    @Test
    void rows_serve_while_they_are_built_anew_and_are_the_same_afterwards() throws InterruptedException {
        var before = ghouta.rows(berlin, "tasks");
        operator.post(PROJECTIONS + "/tasks/parked/" + (unread + 2) + "/skip", Map.of("reason", "known"))
                .done();

        var answer = operator.post(PROJECTIONS + "/tasks/rebuild").done();

        assertThat(answer.json().path("outcome").asString()).isEqualTo("DONE");
        var until = Instant.now().plus(PATIENCE);
        do {
            assertThat(berlin.get(ghouta.path("/tasks")).done().items()).isEqualTo(before);
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(5);
        } while (!projection("tasks").path("building").isNull());
        assertThat(projection("tasks").path("state").asString()).isEqualTo("RUNNING");
        assertThat(berlin.get(ghouta.path("/tasks")).done().items()).isEqualTo(before);
        assertThat(parked("tasks", unread + 2).path("state").asString()).isEqualTo("SKIPPED");
        assertThat(parked("tasks", unread + 2).path("reason").asString()).isEqualTo("known");
        assertThat(parked("tasks", unread).path("state").asString()).isEqualTo("WAITING");
        berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Water")))
                .done();
        assertThat(ghouta.rows(berlin, "tasks")).hasSize(before.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COORDINATOR", "MEMBER", "AUDITOR"})
    void whoever_is_no_operator_sees_nothing_of_it(Role role) {
        var other = campaign.person(berlin.organization(), role);

        other.get(PROJECTIONS).refused(403, "operator-only");
        other.get(PROJECTIONS + "/coverage/parked").refused(403, "operator-only");
        other.post(PROJECTIONS + "/coverage/rebuild").refused(403, "operator-only");
        other.post(PROJECTIONS + "/coverage/parked/" + (unread + 3) + "/retry").refused(403, "operator-only");
        other.post(PROJECTIONS + "/coverage/parked/" + (unread + 3) + "/skip", Map.of())
                .refused(403, "operator-only");
        assertThat(other.get("/operations").status()).isEqualTo(403);
        assertThat(parked("coverage", unread + 3).path("state").asString()).isEqualTo("WAITING");
    }

    @Test
    void an_operator_reads_no_coalition() {
        operator.get(ghouta.path("/tasks")).refused(404, "no-such-coalition");
        operator.get(ghouta.path("/history")).refused(404, "no-such-coalition");
        assertThat(operator.get("/coalitions/" + ghouta.id() + "/tasks").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_page_shows_each_projection_in_the_operator_s_language(String language) {
        var page = page(language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "lang=\"" + language + "\"",
                        "id=\"projection-inventory\"",
                        "id=\"parked-inventory-" + (unread + 2) + "\"",
                        PROJECTIONS + "/inventory/parked/" + (unread + 2) + "/retry",
                        PROJECTIONS + "/inventory/parked/" + (unread + 2) + "/skip",
                        "maxlength=\"200\"")
                .doesNotContain("??", ghouta.id());
    }

    private static HttpResponse<String> page(String language) {
        return operator.get("/operations", "Accept-Language", language.isEmpty() ? "en" : language)
                .http();
    }

    private static JsonNode projection(String name) {
        return operator.get(PROJECTIONS).done().items().stream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode parked(String projection, long position) {
        return operator.get(PROJECTIONS + "/" + projection + "/parked").done().items().stream()
                .filter(one -> one.path("position").asLong() == position)
                .findFirst()
                .orElseThrow();
    }
}
