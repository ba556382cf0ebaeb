package org.tansiq.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.MongoForTests;
import org.tansiq.campaign.Person;
import tools.jackson.databind.JsonNode;

/** The application is stopped and started, and started with settings that it cannot start with. */
@ExtendWith(OutputCaptureExtension.class)
class StartingTest {
    private static final List<String> VIEWS =
            List.of("members", "tasks", "actions", "collisions", "synchronised", "cities", "answers", "resources");

    @TempDir
    private Path folder;

    @Test
    void a_second_start_finds_everything_as_it_was() throws Exception {
        Person berlin;
        Coalition ghouta;
        Map<String, List<JsonNode>> rows;
        Map<String, List<JsonNode>> changes;
        List<JsonNode> log;
        String task;
        try (var house = House.on(folder)) {
            var campaign = house.campaign();
            berlin = campaign.organization("Berlin");
            var paris = campaign.organization("Paris");
            ghouta = campaign.coalition(berlin, paris);
            task = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")), "Idempotency-Key", "tap")
                    .id();
            paris.post(ghouta.path("/tasks/" + task + "/claim")).done();
            berlin.post(
                            ghouta.path("/synchronised"),
                            Map.of(
                                    "title",
                                    Map.of("en", "Candles"),
                                    "kind",
                                    "vigil",
                                    "moment",
                                    Map.of("localTime", "2018-02-28T19:00"),
                                    "minutes",
                                    30,
                                    "goal",
                                    2))
                    .done();
            berlin.post(
                            ghouta.path("/resources"),
                            Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                    .done();
            try (var scenario = StartingTest.class.getResourceAsStream("/demo/ghouta-2018-actions.csv")) {
                assertThat(scenario).isNotNull();
                berlin.sheet(ghouta.path("/actions/import?acknowledge=all"), scenario.readAllBytes())
                        .done();
            }
            rows = rows(ghouta, berlin, "");
            changes = rows(ghouta, berlin, "/changes?after=-1");
            log = ghouta.log();
        }

        try (var house = House.on(folder)) {
            var again = house.campaign();
            var here = new Coalition(again, ghouta.id());
            var still = again.again(berlin);

            assertThat(here.log()).isEqualTo(log);
            assertThat(rows(here, still, "")).isEqualTo(rows);
            assertThat(rows(here, still, "/changes?after=-1")).isEqualTo(changes);
            // What was carried out before is not carried out again, and what is new goes on from there.
            assertThat(still.post(
                                    here.path("/tasks"),
                                    Map.of("title", Map.of("en", "Permit")),
                                    "Idempotency-Key",
                                    "tap")
                            .id())
                    .isEqualTo(task);
            assertThat(here.log()).isEqualTo(log);
            assertThat(still.post(here.path("/tasks"), Map.of("title", Map.of("en", "Posters")))
                            .position())
                    .isGreaterThan(log.getLast().path("position").asLong());
        }
    }

    @Test
    void a_mongodb_that_may_lose_what_it_confirmed_is_refused_with_what_to_do(CapturedOutput output) {
        try (var mongo = new MongoForTests()) {
            assumeTrue(mongo.isStandalone(), "A replica set is not refused.");
            assertThatThrownBy(
                            () -> House.open("--tansiq.store=mongodb", "--tansiq.mongodb=" + mongo.connectionString())
                                    .close())
                    .hasRootCauseMessage("This MongoDB is a standalone server and can lose what it has confirmed. Make"
                            + " it a replica set (one node is enough: start it with --replSet rs0, then run"
                            + " rs.initiate() once).");
            assertThat(output.getAll())
                    .contains("APPLICATION FAILED TO START", "--replSet rs0", "TANSIQ_ALLOW_STANDALONE=true")
                    .doesNotContain("\tat org.");
        }
    }

    @Test
    void a_mongodb_without_an_address_is_refused_with_what_to_do(CapturedOutput output) {
        assertThatThrownBy(() -> House.open("--tansiq.store=mongodb").close()).isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START", "TANSIQ_MONGODB")
                .doesNotContain("\tat org.");
    }

    private static Map<String, List<JsonNode>> rows(Coalition coalition, Person reader, String below) {
        var rows = new LinkedHashMap<String, List<JsonNode>>();
        VIEWS.forEach(view -> rows.put(view, coalition.rows(reader, view + below)));
        return rows;
    }
}
