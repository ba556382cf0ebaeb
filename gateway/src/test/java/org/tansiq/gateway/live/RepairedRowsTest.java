package org.tansiq.gateway.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Person;
import org.tansiq.infra.members.Account;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.projections.tasks.TaskBoard;

/** A server's rows lack what one event said, as if it could not be applied at the time. */
class RepairedRowsTest {
    private static final String TASKS = "/api/v1/operations/projections/tasks";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Person berlin;
    private Coalition ghouta;
    private String permit;
    private long opened;

    @Test
    void what_a_retry_repairs_is_heard_at_once_and_a_rebuild_repeats_only_what_was_otherwise()
            throws InterruptedException {
        try (var house = House.on(folder)) {
            var campaign = house.campaign();
            var here = new Coalition(campaign, ghouta.id());
            var still = campaign.again(berlin);
            var operator = campaign.person(Account.INSTALLATION, Role.OPERATOR);
            assertThat(here.rows(still, "tasks")).hasSize(1);
            try (var live = LiveSocket.of(campaign.server(), still).to(here, "tasks")) {
                operator.post(TASKS + "/parked/" + opened + "/retry").done();

                var heard = live.change();
                assertThat(heard.path("id").asString()).isEqualTo(permit);
                assertThat(heard.path("row")).isEqualTo(here.row(still, "tasks", permit));
                assertThat(operator.get(TASKS + "/parked").done().items()).isEmpty();

                operator.post(TASKS + "/rebuild").done();
                waitUntilBuilt(operator);
                var water = task(still, here, "Water");
                // Its position was that of the repair; it may be told once more with the next event.
                assertThat(until(water, live)).containsOnly(permit, water);
            }
        }
    }

    private static List<String> until(String last, LiveSocket live) {
        var ids = new ArrayList<String>();
        do {
            ids.add(live.change().path("id").asString());
        } while (!ids.getLast().equals(last));
        return ids;
    }

    private static void waitUntilBuilt(Person operator) throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (operator.get("/api/v1/operations/projections").done().items().stream()
                .anyMatch(one -> !one.path("building").isNull())) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(20);
        }
    }

    @BeforeEach
    void leave_a_task_out() {
        try (var house = House.on(folder)) {
            var campaign = house.campaign();
            berlin = campaign.organization("Berlin");
            ghouta = campaign.coalition(berlin);
            task(berlin, ghouta, "Posters");
            permit = task(berlin, ghouta, "Permit");
            opened = ghouta.log().getLast().path("position").asLong();
            berlin.post(
                            ghouta.path("/resources"),
                            Map.of("kind", "vehicle", "title", Map.of("en", "Van"), "quantity", 1))
                    .done();
            campaign.settle();
        }
        var edition = Edition.of(new TaskBoard());
        try (var rows = SqliteRowStore.open(folder.resolve("rows.db"))) {
            var standing = rows.resume(edition);
            var lease = rows.take(edition, standing.lease(), "test").orElseThrow();
            var progress = requireNonNull(standing.serving()).progress();
            var row = rows.serving(edition).get("tasks", permit).orElseThrow();
            var parked = new Parked(
                    edition.projection(),
                    opened,
                    "tasks.TaskOpened",
                    ghouta.id(),
                    "error",
                    "",
                    Instant.now(),
                    Parked.State.WAITING,
                    "");
            rows.write(Batch.of(
                    edition, lease.term(), progress, progress.next(), List.of(row.removedAt(opened)), List.of(parked)));
            rows.giveUp(edition, lease);
        }
    }

    private static String task(Person by, Coalition coalition, String title) {
        return by.post(coalition.path("/tasks"), Map.of("title", Map.of("en", title)))
                .id();
    }
}
