package org.tansiq.projections.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.CancelAction;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.LeaveAction;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.actions.WithdrawCity;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.resources.BookingCancelled;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.CancelBooking;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.ResourceBooked;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.resources.ResourceReturned;
import org.tansiq.domain.resources.ResourceWithdrawn;
import org.tansiq.domain.resources.WithdrawResource;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.DeclineHandOver;
import org.tansiq.domain.tasks.HandOverOffered;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskCancelled;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskCompleted;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Twice;
import org.tansiq.projections.tasks.TaskBoard;

class GivingBackTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId PARIS = new OrganizationId("paris");
    private static final OrganizationId BERLIN = new OrganizationId("berlin");
    private static final Instant BEFORE = Instant.parse("2018-02-19T10:00:00Z");
    private static final Instant NOW = Instant.parse("2018-02-20T10:00:00Z");
    private static final OrganizationLeft LEFT = new OrganizationLeft(GHOUTA, PARIS, NOW);

    private static final TaskId PERMIT = new TaskId("permit");
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final SynchronizedId CANDLES = new SynchronizedId("candles");
    private static final ResourceId SPEAKERS = new ResourceId("speakers");
    private static final BookingId BOOKING = new BookingId("booking");
    private static final Place HAMBURG =
            new Place(new CityId("hamburg"), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", "Hamburg"));
    private static final Slot EVENING =
            new Slot(HAMBURG, Instant.parse("2018-02-24T17:00:00Z"), Instant.parse("2018-02-24T18:30:00Z"));
    private static final Text NOTHING = new Text(Map.of());

    @Test
    void who_held_nothing_gives_nothing_back() {
        assertThat(steps()).isEmpty();
        assertThat(steps(
                        opened(),
                        new TaskClaimed(GHOUTA, PERMIT, BERLIN, BEFORE),
                        scheduled(BERLIN),
                        called(),
                        committed(BERLIN),
                        offered(BERLIN),
                        booked(BERLIN)))
                .isEmpty();
    }

    @Test
    void a_task_that_it_holds_is_released() {
        assertThat(commands(opened(), new TaskClaimed(GHOUTA, PERMIT, PARIS, BEFORE)))
                .containsExactly(new ReleaseTask(GHOUTA, PERMIT, PARIS, NOW));
    }

    @Test
    void a_task_that_it_has_done_stays_done() {
        assertThat(commands(
                        opened(),
                        new TaskClaimed(GHOUTA, PERMIT, PARIS, BEFORE),
                        new TaskCompleted(GHOUTA, PERMIT, PARIS, BEFORE)))
                .isEmpty();
    }

    @Test
    void a_task_that_was_cancelled_under_it_is_nobodys() {
        assertThat(commands(
                        opened(),
                        new TaskClaimed(GHOUTA, PERMIT, PARIS, BEFORE),
                        new TaskCancelled(GHOUTA, PERMIT, BERLIN, NOTHING, BEFORE)))
                .isEmpty();
    }

    @Test
    void a_task_that_it_was_offered_stays_with_its_holder() {
        assertThat(commands(
                        opened(),
                        new TaskClaimed(GHOUTA, PERMIT, BERLIN, BEFORE),
                        new HandOverOffered(GHOUTA, PERMIT, BERLIN, PARIS, BEFORE)))
                .containsExactly(new DeclineHandOver(GHOUTA, PERMIT, PARIS, NOW));
    }

    @Test
    void a_task_that_it_offers_to_another_is_released_and_the_offer_with_it() {
        assertThat(commands(
                        opened(),
                        new TaskClaimed(GHOUTA, PERMIT, PARIS, BEFORE),
                        new HandOverOffered(GHOUTA, PERMIT, PARIS, BERLIN, BEFORE)))
                .containsExactly(new ReleaseTask(GHOUTA, PERMIT, PARIS, NOW));
    }

    @Test
    void an_action_goes_on_without_it_or_else_is_cancelled() {
        var steps = steps(scheduled(BERLIN), new OrganizerJoined(GHOUTA, VIGIL, PARIS, BEFORE));
        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.command()).isEqualTo(new LeaveAction(GHOUTA, VIGIL, PARIS, NOW));
            assertThat(step.otherwise())
                    .isInstanceOfSatisfying(
                            CancelAction.class,
                            cancel -> assertThat(cancel.message().in()).containsOnlyKeys("ar", "en"));
        });
        assertThat(steps(scheduled(PARIS))).hasSize(1);
    }

    @Test
    void an_action_that_is_merged_into_another_is_left_too() {
        var merged =
                new ActionsMerged(GHOUTA, new ActionId("march"), VIGIL, PARIS, PARIS, EVENING, Set.of(PARIS), BEFORE);
        assertThat(steps(scheduled(PARIS), merged))
                .singleElement()
                .satisfies(step -> assertThat(step.command()).isInstanceOf(LeaveAction.class));
        assertThat(steps(scheduled(BERLIN), merged)).isEmpty();
    }

    @Test
    void a_cancelled_action_stays_as_it_is() {
        assertThat(steps(scheduled(PARIS), new ActionCancelled(GHOUTA, VIGIL, PARIS, EVENING, NOTHING, BEFORE)))
                .isEmpty();
    }

    @Test
    void a_city_that_it_committed_is_given_back() {
        assertThat(commands(called(), committed(PARIS)))
                .singleElement()
                .isInstanceOfSatisfying(WithdrawCity.class, withdraw -> {
                    assertThat(withdraw.city()).isEqualTo(HAMBURG.city());
                    assertThat(withdraw.by()).isEqualTo(PARIS);
                });
    }

    @Test
    void what_it_has_booked_is_free_again() {
        assertThat(commands(offered(BERLIN), booked(PARIS)))
                .containsExactly(new CancelBooking(GHOUTA, SPEAKERS, BOOKING, PARIS, NOW));
    }

    @Test
    void what_it_has_returned_or_cancelled_already_is_left_alone() {
        assertThat(steps(
                        offered(BERLIN),
                        booked(PARIS),
                        new ResourceReturned(GHOUTA, SPEAKERS, BOOKING, PARIS, EVENING.until())))
                .isEmpty();
        assertThat(steps(
                        offered(BERLIN), booked(PARIS), new BookingCancelled(GHOUTA, SPEAKERS, BOOKING, PARIS, BEFORE)))
                .isEmpty();
    }

    @Test
    void what_it_lent_is_withdrawn_whoever_has_it() {
        assertThat(commands(offered(PARIS), booked(BERLIN)))
                .containsExactly(new WithdrawResource(GHOUTA, SPEAKERS, PARIS, NOW));
        assertThat(commands(offered(PARIS), booked(PARIS)))
                .containsExactly(new WithdrawResource(GHOUTA, SPEAKERS, PARIS, NOW));
    }

    @Test
    void what_it_had_withdrawn_already_is_left_alone() {
        assertThat(steps(offered(PARIS), new ResourceWithdrawn(GHOUTA, SPEAKERS, PARIS, BEFORE)))
                .isEmpty();
    }

    private static List<Object> commands(Fact... before) {
        var commands = new ArrayList<Object>();
        steps(before).forEach(step -> commands.add(step.command()));
        return commands;
    }

    private static List<GivingBack.Step> steps(Fact... before) {
        var facts = List.of(before);
        return GivingBack.steps(
                LEFT,
                new GivingBack.Holdings(
                        Twice.fold(new TaskBoard(), facts).all(TaskBoard.TASKS),
                        Twice.fold(new Calendar(), facts).all(Calendar.ACTIONS),
                        Twice.fold(new Coverage(), facts).all(Coverage.CITIES),
                        Twice.fold(new Inventory(), facts).all(Inventory.RESOURCES)));
    }

    private static TaskOpened opened() {
        return new TaskOpened(GHOUTA, PERMIT, BERLIN, Text.of("en", "Permit"), NOTHING, null, null, BEFORE);
    }

    private static ActionScheduled scheduled(OrganizationId by) {
        return new ActionScheduled(
                GHOUTA,
                VIGIL,
                by,
                Text.of("en", "Vigil"),
                ActionKind.VIGIL,
                EVENING,
                new Venue(NOTHING, null),
                List.of(),
                null,
                null,
                Set.of(),
                BEFORE);
    }

    private static SynchronizedCalled called() {
        return new SynchronizedCalled(
                GHOUTA,
                CANDLES,
                BERLIN,
                Text.of("en", "Candles"),
                ActionKind.VIGIL,
                new Moment.SameLocalTime(LocalDateTime.parse("2018-02-28T19:00")),
                Duration.ofMinutes(30),
                5,
                null,
                List.of(),
                BEFORE);
    }

    private static CityCommitted committed(OrganizationId by) {
        return new CityCommitted(GHOUTA, CANDLES, HAMBURG, by, new ActionId("candles-hamburg"), BEFORE);
    }

    private static ResourceOffered offered(OrganizationId by) {
        return new ResourceOffered(
                GHOUTA,
                SPEAKERS,
                by,
                ResourceKind.EQUIPMENT,
                Text.of("en", "Loudspeakers"),
                NOTHING,
                3,
                Set.of(),
                null,
                null,
                null,
                BEFORE);
    }

    private static ResourceBooked booked(OrganizationId by) {
        return new ResourceBooked(
                GHOUTA, SPEAKERS, BOOKING, by, 2, EVENING.from(), EVENING.until(), new ForTask(PERMIT), BEFORE);
    }
}
