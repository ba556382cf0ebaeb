package org.tansiq.infra.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.infra.campaign.Campaigns;
import org.tansiq.infra.history.TooManyReplays;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.Authors;
import org.tansiq.infra.keys.SealedRows;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Replay;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** What is replayed is what was live, whichever store lies below. */
abstract class ReplaysContract {
    private static final int COMMANDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final Instant NOON = Instant.parse("2018-02-24T12:00:00Z");

    private CommitLog log;
    private RowStore rows;
    private @Nullable Installation running;

    abstract CommitLog openLog();

    abstract RowStore openRows();

    @BeforeEach
    void open_them() {
        log = openLog();
        rows = openRows();
    }

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        } else {
            log.close();
            rows.close();
        }
    }

    private void start() {
        running = Installation.open(log, rows, LogSettings.oneNode());
    }

    private Installation installation() {
        return requireNonNull(running);
    }

    /** What was shown, by view and coalition. */
    private record Shown(String view, CoalitionId coalition) {}

    @RepeatedTest(2)
    void every_view_is_replayed_as_it_was_live_after_each_of_many_commands() {
        start();
        var seed = new Random().nextLong();
        var commands = new RandomCommands(seed);
        var live = new TreeMap<Long, Map<Shown, List<String>>>();
        for (var n = 0; n < COMMANDS; n++) {
            try {
                var by = commands.actor();
                installation().commands().carryOut(commands.next(), new Actor(new PersonId("p"), by), null);
            } catch (Refusal refused) {
                // Nothing happened; some do not fit.
            }
            record(live);
        }
        assertThat(live.size()).as("commands that did something, seed %s", seed).isGreaterThan(COMMANDS / 20);

        live.forEach((position, shown) -> shown.forEach((what, expected) -> {
            var view = view(what.view());
            assertThat(json(installation().replays().find(view, what.coalition(), position)))
                    .as("%s at %s, seed %s", what, position, seed)
                    .isEqualTo(expected);
        }));
    }

    @Test
    void all_coalitions_of_a_log_are_replayed_as_they_are_live() {
        Campaigns.write(log, 5, 6, 3_000);
        start();
        var last = settled();

        for (var projection : Projections.all()) {
            var whole = new Replay(Installation.facts(log)).of(projection, last + 1);
            for (var view : projection.views()) {
                var stored = new ArrayList<String>();
                rows.serving(Edition.of(projection)).scan(view.name(), row -> stored.add(row.json()));
                assertThat(whole.all(view).stream().map(Json::write).toList())
                        .as(view.name())
                        .isEqualTo(stored);
            }
        }
        for (var n = 0; n < 6; n++) {
            var coalition = new CoalitionId("coalition-" + n);
            for (var view : views()) {
                assertThat(json(installation().replays().find(view, coalition, last)))
                        .as("%s of %s", view.name(), coalition)
                        .isEqualTo(live(view, coalition));
            }
        }
    }

    @Test
    void one_row_is_replayed_and_only_in_its_own_coalition() {
        write(founded(GHOUTA, 0), opened(GHOUTA, "permit", 1), opened(GHOUTA, "posters", 2));
        start();
        var replays = installation().replays();

        assertThat(replays.get(TaskBoard.TASKS, GHOUTA, "permit", 1)).isPresent();
        assertThat(replays.get(TaskBoard.TASKS, GHOUTA, "permit", 2))
                .isEqualTo(replays.get(TaskBoard.TASKS, GHOUTA, "permit", 1));
        assertThat(replays.get(TaskBoard.TASKS, GHOUTA, "posters", 1)).isEmpty();
        assertThat(replays.get(TaskBoard.TASKS, new CoalitionId("other"), "permit", 2))
                .isEmpty();
        assertThat(replays.find(TaskBoard.TASKS, GHOUTA, 2))
                .extracting(TaskRow::id)
                .containsExactly("permit", "posters");
    }

    @Test
    void before_the_first_event_there_is_nothing() {
        write(founded(GHOUTA, 0), opened(GHOUTA, "permit", 1));
        start();
        for (var view : views()) {
            assertThat(json(installation().replays().find(view, GHOUTA, -1))).isEmpty();
        }
    }

    @Test
    void an_instant_is_the_last_event_of_the_coalition_that_was_recorded_by_then() {
        write(founded(GHOUTA, 0), opened(GHOUTA, "permit", 10), opened(GHOUTA, "posters", 20));
        start();

        assertThat(at(-1)).isEqualTo(-1);
        assertThat(at(0)).isZero();
        assertThat(at(9)).isZero();
        assertThat(at(10)).isEqualTo(1);
        assertThat(at(19)).isEqualTo(1);
        assertThat(at(20)).isEqualTo(2);
        assertThat(at(1_000_000)).isEqualTo(2);
        assertThat(installation().replays().position(new CoalitionId("other"), NOON.plusSeconds(20)))
                .isEqualTo(-1);
    }

    @Test
    void where_clocks_differ_all_before_the_last_that_fits_count() {
        write(founded(GHOUTA, 0), opened(GHOUTA, "fast", 7_200), opened(GHOUTA, "right", 10));
        start();

        assertThat(at(5)).isZero();
        assertThat(at(10)).isEqualTo(2);
        assertThat(at(7_199)).isEqualTo(2);
        assertThat(at(7_200)).isEqualTo(2);
    }

    @Test
    void other_coalitions_clocks_do_not_matter() {
        write(
                founded(GHOUTA, 0),
                opened(GHOUTA, "permit", 10),
                founded(new CoalitionId("slow"), -7_200),
                opened(GHOUTA, "posters", 20));
        start();
        assertThat(at(-1)).isEqualTo(-1);
        assertThat(at(15)).isEqualTo(1);
    }

    @Test
    void an_instant_far_back_is_found_behind_many_events() {
        var facts = new ArrayList<StoredEvent>();
        facts.add(founded(GHOUTA, 0));
        for (var n = 1; n < 2_500; n++) {
            facts.add(opened(n % 3 == 0 ? GHOUTA : new CoalitionId("other"), "task-" + n, n));
        }
        write(facts.toArray(StoredEvent[]::new));
        start();

        assertThat(at(0)).isZero();
        assertThat(at(2)).isZero();
        assertThat(at(3)).isEqualTo(3);
        assertThat(at(1_501)).isEqualTo(1_500);
        assertThat(at(2_499)).isEqualTo(2_499);
        assertThat(json(installation().replays().find(TaskBoard.TASKS, GHOUTA, 2_499)))
                .hasSize(833);
    }

    @Test
    void an_event_that_cannot_be_read_is_left_out_as_it_is_live() {
        var unreadable = new StoredEvent(
                "x",
                "tasks.TaskOpened",
                "1",
                NOON.toEpochMilli(),
                Map.of(),
                Set.of(new Tag(Tags.COALITION, GHOUTA.value())),
                "{\"task\":7}");
        write(founded(GHOUTA, 0), opened(GHOUTA, "permit", 1), unreadable, opened(GHOUTA, "posters", 3));
        start();
        var last = settled();

        assertThat(rows.serving(Edition.of(new TaskBoard())).parked()).hasSize(1);
        assertThat(json(installation().replays().find(TaskBoard.TASKS, GHOUTA, last)))
                .isEqualTo(live(TaskBoard.TASKS, GHOUTA))
                .hasSize(2);
    }

    @Test
    void when_all_turns_are_taken_one_is_told_so_and_afterwards_served() throws Exception {
        write(founded(GHOUTA, 0), opened(GHOUTA, "permit", 1));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var waiting = new Waiting(begun, goOn);
        var replays = new Replays(
                LogReading.of(log),
                Installation.facts(log),
                List.of(waiting, new TaskBoard()),
                new ToldRows(new SealedRows(Authors.NONE)),
                1,
                Duration.ofMillis(50));
        try (var other = Executors.newSingleThreadExecutor()) {
            var slow = other.submit(() -> replays.find(Waiting.NOTHING, GHOUTA, 1));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> replays.find(TaskBoard.TASKS, GHOUTA, 1)).isInstanceOf(TooManyReplays.class);
            assertThatThrownBy(() -> replays.position(GHOUTA, NOON)).isInstanceOf(TooManyReplays.class);

            goOn.countDown();
            slow.get(30, TimeUnit.SECONDS);
            assertThat(replays.find(TaskBoard.TASKS, GHOUTA, 1)).hasSize(1);
        }
    }

    /** What leaving organisations held is given back by itself, so there may be more at any moment. */
    private void record(Map<Long, Map<Shown, List<String>>> live) {
        while (true) {
            var last = settled();
            var shown = shown();
            if (installation().replays().last() == last) {
                live.put(last, shown);
                return;
            }
        }
    }

    private long settled() {
        var last = installation().replays().last();
        assertThat(installation().views().await(last, PATIENCE)).isTrue();
        return last;
    }

    private Map<Shown, List<String>> shown() {
        var shown = new HashMap<Shown, List<String>>();
        for (var view : views()) {
            for (var coalition : RandomCommands.COALITIONS) {
                shown.put(new Shown(view.name(), coalition), live(view, coalition));
            }
        }
        return shown;
    }

    private List<String> live(View<?> view, CoalitionId coalition) {
        return installation().views().stored(view, Keys.key(Tags.COALITION, coalition)).stream()
                .map(StoredRow::json)
                .toList();
    }

    private static List<View<?>> views() {
        return Projections.all().stream()
                .flatMap(projection -> projection.views().stream())
                .toList();
    }

    private static View<?> view(String name) {
        return views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long at(long seconds) {
        return installation().replays().position(GHOUTA, NOON.plusSeconds(seconds));
    }

    private void write(StoredEvent... events) {
        var commits = new ArrayList<Commit>();
        for (var event : events) {
            commits.add(new Commit(commits.size(), "commit-" + commits.size(), List.of(event)));
        }
        assertThat(log.append(commits)).isInstanceOf(Appended.All.class);
    }

    private static StoredEvent founded(CoalitionId coalition, long seconds) {
        var by = new OrganizationId("berlin");
        return recorded(
                new CoalitionFounded(coalition, by, Text.of("en", "Ghouta"), Text.of("en", ""), NOON),
                coalition,
                by,
                seconds);
    }

    private static StoredEvent opened(CoalitionId coalition, String task, long seconds) {
        var by = new OrganizationId("berlin");
        return recorded(
                new TaskOpened(
                        coalition, new TaskId(task), by, Text.of("en", task), Text.of("en", ""), null, null, NOON),
                coalition,
                by,
                seconds);
    }

    private static StoredEvent recorded(Fact fact, CoalitionId coalition, OrganizationId by, long seconds) {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                EventTypes.nameOf(fact.getClass()),
                EventTypes.versionOf(fact.getClass()),
                NOON.plusSeconds(seconds).toEpochMilli(),
                Map.of(),
                Set.of(new Tag(Tags.COALITION, coalition.value()), new Tag(Tags.ORGANIZATION, by.value())),
                Json.write(fact));
    }

    /** A projection that takes its time. */
    private record Waiting(CountDownLatch begun, CountDownLatch goOn) implements Projection {
        record Nothing(String id) implements Row {
            @Override
            public Set<String> keys() {
                return Set.of();
            }
        }

        static final View<Nothing> NOTHING = new View<>("nothing", Nothing.class);

        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<View<?>> views() {
            return List.of(NOTHING);
        }

        @Override
        public void apply(Recorded event, Rows into) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static List<String> json(List<? extends Row> rows) {
        return rows.stream().map(Json::write).toList();
    }
}
