package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionsCollide;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.faults.Campaign.Order;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** Two nodes on one MongoDB. The one in this process shows that the steps are right, and not that what is written lasts. */
@Tag("slow")
class TwoNodesTest {
    private static final int CONTESTED = Extent.of(1_000, 10_000);
    private static final int TWICE = Extent.of(100, 2_000);
    private static final int SCHEDULED_TWICE = Extent.of(100, 1_000);
    private static final int AT_ODDS = Extent.of(25, 1_000);
    private static final int RACERS_OF_A_NODE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");

    private final Random random = Extent.random(this);
    private final TestMongo mongo = new TestMongo();
    private List<Node> nodes;

    @BeforeEach
    void open() {
        nodes = List.of(Node.open(Stores.of(mongo), Stores.of(mongo)), Node.open(Stores.of(mongo), Stores.of(mongo)));
        nodes.getFirst().send(Campaign.founding());
        meet();
    }

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
        mongo.close();
    }

    @Test
    void each_contested_task_has_exactly_one_winner() throws Exception {
        var answers = Collections.synchronizedList(new ArrayList<Answer>());
        try (var threads = Executors.newFixedThreadPool(2 * RACERS_OF_A_NODE)) {
            var opening = new ArrayList<Callable<Answer>>();
            for (var task = 0; task < CONTESTED; task++) {
                var id = "t" + task;
                opening.add(() -> nodes.getFirst().send(Campaign.opening(new TaskId(id)), "open-" + id));
            }
            for (var opened : threads.invokeAll(opening)) {
                answers.add(opened.get());
            }
            meet();
            var barrier = new CyclicBarrier(2 * RACERS_OF_A_NODE);
            var racing = new ArrayList<Callable<Integer>>();
            for (var racer = 0; racer < RACERS_OF_A_NODE; racer++) {
                var own = racer;
                racing.add(() -> claim(nodes.getFirst(), BERLIN, own, barrier, answers));
                racing.add(() -> claim(nodes.getLast(), PARIS, own, barrier, answers));
            }
            var won = 0;
            for (var racer : threads.invokeAll(racing)) {
                won += racer.get();
            }
            assertThat(won).isEqualTo(CONTESTED);
        }
        assertThat(LogCheck.of(Kind.REFUSED, answers)).hasSize(CONTESTED);
        checkBoth(answers);
        for (var node : nodes) {
            assertThat(node.installation().views().find(TaskBoard.TASKS, "coalition:ghouta"))
                    .hasSize(CONTESTED)
                    .allSatisfy(task -> assertThat(task.state()).isEqualTo(TaskRow.State.HELD));
        }
    }

    /** Claims every task that has the racer's number; so two race for each. */
    private static int claim(Node node, OrganizationId by, int racer, CyclicBarrier barrier, List<Answer> answers)
            throws Exception {
        barrier.await();
        var won = 0;
        for (var task = racer; task < CONTESTED; task += RACERS_OF_A_NODE) {
            var claim = new Order(by, new ClaimTask(Campaign.COALITION, new TaskId("t" + task), by, Campaign.NOON));
            var answer = node.send(claim, by + "-" + task);
            answers.add(answer);
            won += answer.kind() == Kind.STORED ? 1 : 0;
        }
        return won;
    }

    /** Each names its own action, and by turns one of them begins half an hour after the other. */
    @Test
    void of_two_who_schedule_one_vigil_at_two_nodes_one_is_scheduled_and_one_is_told_of_it() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < SCHEDULED_TWICE; i++) {
                var barrier = new CyclicBarrier(2);
                var begins = Campaign.NOON.plus(Duration.ofDays(i));
                var berlins = vigil("berlin" + i, BERLIN, begins);
                var paris = vigil("paris" + i, PARIS, begins.plus(Duration.ofMinutes(30L * (i % 2))));
                var first = threads.submit(() -> scheduled(nodes.getFirst(), berlins, barrier));
                var second = threads.submit(() -> scheduled(nodes.getLast(), paris, barrier));

                var told = Stream.of(first.get(), second.get())
                        .flatMap(Optional::stream)
                        .toList();

                assertThat(told).hasSize(1);
                assertThat(told.getFirst().actions())
                        .containsExactly(first.get().isPresent() ? paris.action() : berlins.action());
            }
        }
        checkBoth(List.of());
        for (var node : nodes) {
            assertThat(node.installation().views().find(Calendar.ACTIONS, "coalition:ghouta"))
                    .hasSize(SCHEDULED_TWICE);
        }
    }

    private static ScheduleAction vigil(String id, OrganizationId by, Instant begins) {
        var berlin = new Place(new CityId("berlin"), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", "Berlin"));
        return new ScheduleAction(
                Campaign.COALITION,
                new ActionId(id),
                by,
                Text.of("en", "Vigil"),
                ActionKind.VIGIL,
                new Slot(berlin, begins, begins.plus(Duration.ofMinutes(90))),
                new Venue(Text.of("en", id), null),
                List.of(),
                null,
                Set.of(),
                Campaign.NOON);
    }

    /** What stands there already, if it was not scheduled. */
    private static Optional<ActionsCollide> scheduled(Node node, ScheduleAction action, CyclicBarrier barrier)
            throws Exception {
        barrier.await();
        try {
            node.installation().commands().carryOut(action, new Order(action.by(), action).actor(), null);
            return Optional.empty();
        } catch (ActionsCollide told) {
            return Optional.of(told);
        }
    }

    /** Twice at each node, all four at once. */
    @Test
    void a_command_that_is_sent_four_times_at_once_has_one_effect_and_one_answer() throws Exception {
        var campaign = new Campaign(random);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < TWICE; i++) {
                meet();
                var order = campaign.next();
                var key = "twice" + i;
                var four = atOnce(threads, order, key);
                assertThat(four).as("%s", order).allMatch(one -> isSame(one, four.getFirst()));
                answers.add(four.getFirst());
                // And once more, when it is long done.
                if (four.getFirst().kind() == Kind.STORED) {
                    assertThat(nodes.get(random.nextInt(2)).send(order, key)).isEqualTo(four.getFirst());
                }
            }
        }
        assertThat(LogCheck.of(Kind.STORED, answers)).hasSizeGreaterThan(TWICE / 5);
        assertThat(LogCheck.of(Kind.REFUSED, answers)).isNotEmpty();
        assertThat(LogCheck.of(Kind.FAILED, answers)).isEmpty();
        checkBoth(answers);
    }

    /** What changed nothing is told with how far the node saw the log, and one may have seen more of it. */
    private static boolean isSame(Answer one, Answer other) {
        return one.kind() == Kind.UNCHANGED ? other.kind() == Kind.UNCHANGED : one.equals(other);
    }

    private List<Answer> atOnce(ExecutorService threads, Order order, String key) throws Exception {
        var barrier = new CyclicBarrier(4);
        var senders = new ArrayList<Callable<Answer>>();
        for (var sender = 0; sender < 4; sender++) {
            var node = nodes.get(sender % 2);
            senders.add(() -> {
                barrier.await();
                return node.send(order, key);
            });
        }
        var told = new ArrayList<Answer>();
        for (var each : threads.invokeAll(senders)) {
            told.add(each.get());
        }
        return told;
    }

    /** A command carries the time of the node that took it. The log's order is that of the writing, whatever they say. */
    @Test
    void nodes_whose_clocks_are_hours_apart_agree_on_order_decisions_and_rows() throws Exception {
        var task = new TaskId("t");
        var clocks = List.of(Campaign.NOON, Campaign.NOON.minus(Duration.ofHours(7)));
        var last = send(0, Campaign.opening(task), "opening");
        for (var i = 0; i < AT_ODDS; i++) {
            var which = random.nextInt(2);
            var by = random.nextBoolean() ? BERLIN : PARIS;
            var at = clocks.get(which).plusSeconds(i);
            var claimed = send(which, new Order(by, new ClaimTask(Campaign.COALITION, task, by, at)), "claim" + i);
            assertThat(claimed).isEqualTo(last + 1);
            for (var node : nodes) {
                var row = node.installation().views().get(TaskBoard.TASKS, "t").orElseThrow();
                assertThat(row.holder()).isEqualTo(by.value());
                assertThat(row.since()).isEqualTo(at);
            }
            var other = by.equals(BERLIN) ? PARIS : BERLIN;
            var refused = nodes.get(1 - which)
                    .send(new Order(other, new ClaimTask(Campaign.COALITION, task, other, at)), "late" + i);
            assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
            last = send(
                    1 - which,
                    new Order(
                            by,
                            new ReleaseTask(
                                    Campaign.COALITION,
                                    task,
                                    by,
                                    clocks.get(1 - which).plusSeconds(i))),
                    "release" + i);
            assertThat(last).isEqualTo(claimed + 1);
        }
        checkBoth(List.of());
    }

    /** Sends, and waits until both nodes show it. */
    private long send(int node, Order order, String key) {
        var answer = nodes.get(node).send(order, key);
        assertThat(answer.kind()).as("%s to %s", answer, order).isEqualTo(Kind.STORED);
        meet();
        return answer.last();
    }

    /** Waits until both nodes know the whole log and show its rows. */
    private void meet() {
        var giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        var head = nodes.stream().mapToLong(Node::head).max().orElseThrow();
        for (var node : nodes) {
            while (node.head() < head) {
                assertThat(System.nanoTime()).as("waited for the log").isLessThan(giveUpAt);
                Thread.onSpinWait();
            }
            assertThat(node.installation().views().await(head - 1, PATIENCE)).isTrue();
        }
    }

    private void checkBoth(List<Answer> answers) {
        meet();
        assertThat(nodes.getFirst().head()).isEqualTo(nodes.getLast().head());
        try (var log = Stores.log(Stores.of(mongo));
                var rows = Stores.rows(Stores.of(mongo))) {
            LogCheck.agrees(LogCheck.whole(log), answers);
            assertThat(Folded.stored(rows)).isEqualTo(Folded.fresh(Installation.facts(log)));
        }
    }
}
