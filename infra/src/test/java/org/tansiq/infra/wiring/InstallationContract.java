package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionsCollide;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.JoinAction;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.RaiseFinding;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.LeaveCoalition;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.resources.BookResource;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.OfferResource;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.HandOverTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** Commands in at one end, rows and history out at the other, whichever store lies between. */
abstract class InstallationContract {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final TaskId PERMIT = new TaskId("permit");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Place HAMBURG =
            new Place(new CityId("de-hamburg"), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", "Hamburg"));
    private static final int RACERS = 16;

    private Installation installation;

    /** The same data each time within one test. */
    abstract Installation open();

    /** The same log, and nothing else of it. */
    abstract Installation openWithoutRows();

    @BeforeEach
    void found() {
        installation = open();
        for (var organization : List.of(BERLIN, PARIS)) {
            send(organization, new RegisterOrganization(organization, Text.of("en", organization.value()), NOW));
        }
        send(BERLIN, new FoundCoalition(GHOUTA, Text.ofBoth("الغوطة", "Ghouta"), Text.of("en", ""), BERLIN, NOW));
        send(BERLIN, new InviteOrganization(GHOUTA, new InvitationId("i"), PARIS, BERLIN, NOW));
        send(PARIS, new AcceptInvitation(GHOUTA, new InvitationId("i"), PARIS, NOW));
        send(BERLIN, task(PERMIT));
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void a_command_answers_where_its_last_event_lies_and_the_view_gets_there() {
        var receipt = send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        assertThat(receipt.changed()).isTrue();
        assertThat(installation.views().await(TaskBoard.TASKS, receipt.position(), Duration.ofSeconds(5)))
                .isTrue();
        assertThat(row(PERMIT).state()).isEqualTo(TaskRow.State.HELD);
        assertThat(row(PERMIT).holder()).isEqualTo("paris");
    }

    @Test
    void a_refused_command_leaves_nothing_behind() {
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        var head = installation.history().head();
        assertThatThrownBy(() -> send(BERLIN, new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("task-held"));
        assertThat(installation.history().head()).isEqualTo(head);
    }

    @Test
    void repeating_what_is_already_so_succeeds_and_writes_nothing() {
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        var head = installation.history().head();
        assertThat(send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW)).changed())
                .isFalse();
        assertThat(installation.history().head()).isEqualTo(head);
    }

    @Test
    void a_repeat_with_its_key_answers_as_the_first_did_whatever_came_between() {
        var claim = new ClaimTask(GHOUTA, PERMIT, PARIS, NOW);
        var first = installation.commands().carryOut(claim, actor(PARIS), "key");
        send(PARIS, new ReleaseTask(GHOUTA, PERMIT, PARIS, NOW));
        installation.close();
        installation = open();
        assertThat(installation.commands().carryOut(claim, actor(PARIS), "key")).isEqualTo(first);
        settle();
        assertThat(row(PERMIT).state()).isEqualTo(TaskRow.State.OPEN);
    }

    @Test
    void one_of_many_who_claim_one_task_gets_it() throws Exception {
        var won = race(n ->
                () -> send(n % 2 == 0 ? BERLIN : PARIS, new ClaimTask(GHOUTA, PERMIT, n % 2 == 0 ? BERLIN : PARIS, NOW))
                        .changed());
        assertThat(won).isEqualTo(1);
    }

    @Test
    void one_of_many_who_schedule_on_one_place_day_gets_it() throws Exception {
        var won = race(n -> () -> send(BERLIN, action("vigil" + n, Set.of())).changed());
        assertThat(won).isEqualTo(1);
        settle();
        assertThat(installation.views().find(Calendar.ACTIONS, "coalition:ghouta"))
                .hasSize(1);
        assertThat(installation.views().find(Calendar.COLLISIONS, "coalition:ghouta"))
                .isEmpty();
    }

    @Test
    void what_many_find_at_once_is_raised_once() throws Exception {
        send(BERLIN, action("vigil", Set.of()));
        send(PARIS, action("march", Set.of(new ActionId("vigil"))));
        var both = new FindingId(GHOUTA, new ActionId("vigil"), new ActionId("march"));
        var head = installation.history().head();
        race(n -> () -> send(BERLIN, new RaiseFinding(both, Relation.SAME_EVENT, 90, List.of(), NOW))
                .changed());
        assertThat(installation.history().head()).isEqualTo(head + 1);
    }

    @Test
    void a_collision_goes_through_when_it_is_acknowledged_and_shows() {
        send(BERLIN, action("vigil", Set.of()));
        assertThatThrownBy(() -> send(PARIS, action("march", Set.of()))).isInstanceOf(ActionsCollide.class);
        send(PARIS, action("march", Set.of(new ActionId("vigil"))));
        settle();
        assertThat(installation.views().find(Calendar.COLLISIONS, "coalition:ghouta"))
                .hasSize(1);
    }

    @Test
    void what_is_lent_never_exceeds_what_there_is() throws Exception {
        send(BERLIN, offer("speakers", 3));
        var won = race(n -> () -> send(PARIS, booking("b" + n, 1)).changed());
        assertThat(won).isEqualTo(3);
    }

    @Test
    void a_restart_finds_everything_as_it_was() {
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        settle();
        var before = installation.views().stored(TaskBoard.TASKS, "coalition:ghouta");
        var head = installation.history().head();
        installation.close();
        installation = open();
        settle();
        assertThat(installation.history().head()).isEqualTo(head);
        assertThat(installation.views().stored(TaskBoard.TASKS, "coalition:ghouta"))
                .isEqualTo(before);
    }

    @Test
    void what_a_leaving_organisation_held_is_given_back_in_the_log() throws Exception {
        var posters = new TaskId("posters");
        var vigil = new ActionId("vigil");
        var candles = new SynchronizedId("candles");
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        send(BERLIN, task(posters));
        send(BERLIN, new ClaimTask(GHOUTA, posters, BERLIN, NOW));
        send(BERLIN, new HandOverTask(GHOUTA, posters, PARIS, BERLIN, NOW));
        send(PARIS, action("vigil", Set.of()));
        send(BERLIN, new JoinAction(GHOUTA, vigil, BERLIN, NOW));
        send(
                BERLIN,
                new CallSynchronized(
                        GHOUTA,
                        candles,
                        BERLIN,
                        Text.of("en", "Candles"),
                        ActionKind.VIGIL,
                        new Moment.SameLocalTime(LocalDateTime.parse("2018-02-28T19:00")),
                        Duration.ofMinutes(30),
                        5,
                        null,
                        List.of(),
                        NOW));
        send(
                PARIS,
                new CommitCity(
                        GHOUTA, candles, PARIS, HAMBURG, new ActionId("candles-hamburg"), nowhere(), Set.of(), NOW));
        send(BERLIN, offer("speakers", 3));
        send(PARIS, booking("b", 2));
        send(
                PARIS,
                new OfferResource(
                        GHOUTA,
                        new ResourceId("van"),
                        PARIS,
                        ResourceKind.VEHICLE,
                        Text.of("en", "Van"),
                        Text.of("en", ""),
                        1,
                        Set.of(),
                        null,
                        null,
                        null,
                        NOW));

        var left = send(PARIS, new LeaveCoalition(GHOUTA, PARIS, NOW));

        eventually(() -> row(PERMIT).state() == TaskRow.State.OPEN);
        eventually(() -> row(posters).offeredTo() == null);
        eventually(() -> actionRow("vigil").organizers().equals(List.of("berlin")));
        eventually(() -> actionRow("candles-hamburg").status() == ActionRow.Status.CANCELLED);
        eventually(() -> installation
                .views()
                .get(Coverage.SYNCHRONIZED, "candles")
                .orElseThrow()
                .covered()
                .countries()
                .isEmpty());
        eventually(() -> resource("speakers").free().equals(List.of(new ResourceRow.Free(null, null, 3))));
        eventually(() -> resource("van").state() == ResourceRow.State.WITHDRAWN);
        var lines = new ArrayList<String>();
        installation
                .history()
                .entries(GHOUTA, left.position(), installation.history().head(), entry -> lines.add(entry.line()));
        assertThat(lines.getFirst()).contains("\"event\":\"members.OrganizationLeft\"");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line ->
                        assertThat(line).contains("\"person\":\"automation\"").contains("\"cause\":"));
    }

    @Test
    void what_it_takes_after_joining_again_is_its_own_however_late_the_automation_comes() throws Exception {
        var posters = new TaskId("posters");
        send(BERLIN, task(posters));
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        var leftFirst = send(PARIS, new LeaveCoalition(GHOUTA, PARIS, NOW));
        eventually(() -> installation.history().head() > leftFirst.position() + 1); // the permit is released
        send(BERLIN, new InviteOrganization(GHOUTA, new InvitationId("again"), PARIS, BERLIN, NOW));
        send(PARIS, new AcceptInvitation(GHOUTA, new InvitationId("again"), PARIS, NOW));
        send(PARIS, new ClaimTask(GHOUTA, posters, PARIS, NOW));
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        send(PARIS, action("vigil", Set.of()));
        var head = installation.history().head();
        installation.close();

        installation = openWithoutRows(); // the automation comes to the leaving once more
        settle();
        send(
                BERLIN,
                new OpenTask(
                        GHOUTA, new TaskId("last"), BERLIN, Text.of("en", "Last"), Text.of("en", ""), null, null, NOW));
        var left = send(PARIS, new LeaveCoalition(GHOUTA, PARIS, NOW.plusSeconds(60)));
        eventually(() -> installation.history().head() > left.position() + 3);

        var lines = new ArrayList<String>();
        installation.history().entries(GHOUTA, head, installation.history().head(), entry -> lines.add(entry.line()));
        assertThat(lines.stream().map(line -> line.replaceAll(".*\"event\":\"([^\"]*)\".*", "$1")))
                .containsExactly(
                        "tasks.TaskOpened",
                        "members.OrganizationLeft",
                        "tasks.TaskReleased",
                        "tasks.TaskReleased",
                        "actions.ActionCancelled");
    }

    @Test
    void an_action_that_another_has_joined_goes_on_without_who_left() throws Exception {
        var vigil = new ActionId("vigil");
        send(PARIS, action("vigil", Set.of()));
        send(PARIS, action("march", Set.of(vigil)));
        send(BERLIN, new JoinAction(GHOUTA, vigil, BERLIN, NOW));

        send(PARIS, new LeaveCoalition(GHOUTA, PARIS, NOW));

        settle();
        eventually(() -> actionRow("march").status() == ActionRow.Status.CANCELLED);
        eventually(() -> actionRow("vigil").organizers().equals(List.of("berlin")));
        assertThat(actionRow("vigil").status()).isEqualTo(ActionRow.Status.SCHEDULED);
    }

    @Test
    void the_history_is_the_log_in_its_order_with_who_and_when() throws IOException {
        send(PARIS, new ClaimTask(GHOUTA, PERMIT, PARIS, NOW));
        var lines = new ArrayList<String>();
        installation.history().entries(GHOUTA, 0, installation.history().head(), entry -> lines.add(entry.line()));
        assertThat(lines).hasSize(5);
        assertThat(lines.getLast())
                .contains("\"event\":\"tasks.TaskClaimed\"")
                .contains("\"person\":\"person-of-paris\"")
                .contains("\"organization\":\"paris\"")
                .contains("\"payload\":{\"coalition\":\"ghouta\",\"task\":\"permit\",\"by\":\"paris\"");
        assertThat(installation.history().latest(GHOUTA, installation.history().head(), 2))
                .extracting("name")
                .containsExactly("tasks.TaskClaimed", "tasks.TaskOpened");
    }

    private Receipt send(OrganizationId by, Object command) {
        return installation.commands().carryOut(command, actor(by), null);
    }

    private static Actor actor(OrganizationId by) {
        return new Actor(new PersonId("person-of-" + by), by);
    }

    /** How many won; a loser is refused or finds it done already. */
    private static int race(IntFunction<Callable<Boolean>> racer) throws Exception {
        var barrier = new CyclicBarrier(RACERS);
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            List<Callable<Boolean>> racers = IntStream.range(0, RACERS)
                    .mapToObj(n -> {
                        var run = racer.apply(n);
                        return (Callable<Boolean>) () -> {
                            barrier.await();
                            try {
                                return run.call();
                            } catch (Refusal lost) {
                                return false;
                            }
                        };
                    })
                    .toList();
            var won = 0;
            for (Future<Boolean> one : threads.invokeAll(racers)) {
                won += one.get() ? 1 : 0;
            }
            return won;
        }
    }

    private void settle() {
        assertThat(installation.views().await(installation.history().head() - 1, Duration.ofSeconds(10)))
                .isTrue();
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (var wait = 0; wait < 500; wait++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("It did not come about within 10 s.");
    }

    private TaskRow row(TaskId task) {
        return installation.views().get(TaskBoard.TASKS, task.value()).orElseThrow();
    }

    private ActionRow actionRow(String action) {
        return installation.views().get(Calendar.ACTIONS, action).orElseThrow();
    }

    private ResourceRow resource(String resource) {
        return installation.views().get(Inventory.RESOURCES, resource).orElseThrow();
    }

    private static OpenTask task(TaskId task) {
        return new OpenTask(GHOUTA, task, BERLIN, Text.of("en", task.value()), Text.of("en", ""), null, null, NOW);
    }

    private static ScheduleAction action(String id, Set<ActionId> acknowledged) {
        var by = id.equals("vigil") || id.equals("march") ? PARIS : BERLIN;
        var slot = new Slot(HAMBURG, Instant.parse("2018-02-24T17:00:00Z"), Instant.parse("2018-02-24T18:30:00Z"));
        return new ScheduleAction(
                GHOUTA,
                new ActionId(id),
                by,
                Text.of("en", id),
                ActionKind.VIGIL,
                slot,
                nowhere(),
                List.of(),
                null,
                acknowledged,
                NOW);
    }

    private static Venue nowhere() {
        return new Venue(new Text(Map.of()), null);
    }

    private static OfferResource offer(String id, int quantity) {
        return new OfferResource(
                GHOUTA,
                new ResourceId(id),
                BERLIN,
                ResourceKind.EQUIPMENT,
                Text.of("en", "Loudspeakers"),
                Text.of("en", ""),
                quantity,
                Set.of(),
                null,
                null,
                null,
                NOW);
    }

    private static BookResource booking(String id, int quantity) {
        return new BookResource(
                GHOUTA,
                new ResourceId("speakers"),
                new BookingId(id),
                PARIS,
                quantity,
                Instant.parse("2018-02-24T12:00:00Z"),
                Instant.parse("2018-02-24T20:00:00Z"),
                new ForTask(PERMIT),
                NOW);
    }
}
