package org.tansiq.infra.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CancelAction;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.JoinAction;
import org.tansiq.domain.actions.LeaveAction;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.RescheduleAction;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.actions.WithdrawCity;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.LeaveCoalition;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.resources.BookResource;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.CancelBooking;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.OfferResource;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ReturnResource;
import org.tansiq.domain.resources.WithdrawResource;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.AcceptHandOver;
import org.tansiq.domain.tasks.CancelTask;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.CompleteTask;
import org.tansiq.domain.tasks.DeclineHandOver;
import org.tansiq.domain.tasks.HandOverTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.wiring.Actor;

/** Commands of four organisations in one coalition, drawn at random over few things: many are refused, as it happens. */
final class Campaign {
    static final CoalitionId COALITION = new CoalitionId("ghouta");
    static final Instant NOON = Instant.parse("2018-02-19T12:00:00Z");
    private static final OrganizationId FOUNDER = new OrganizationId("berlin");
    private static final List<OrganizationId> OTHERS =
            List.of(new OrganizationId("paris"), new OrganizationId("rome"), new OrganizationId("oslo"));
    private static final OrganizationId LEAVER = OTHERS.getLast();
    private static final Text NOTHING = new Text(Map.of());

    private final Random random;
    private int drawn;

    record Order(OrganizationId by, Object command) {
        Actor actor() {
            return new Actor(new PersonId("person-of-" + by), by);
        }
    }

    Campaign(Random random) {
        this.random = random;
    }

    /** Every organisation a member; sent again it changes nothing. */
    static List<Order> founding() {
        var orders = new ArrayList<Order>();
        orders.add(new Order(FOUNDER, new RegisterOrganization(FOUNDER, text("Berlin"), NOON)));
        orders.add(new Order(FOUNDER, new FoundCoalition(COALITION, text("Ghouta"), text("Air"), FOUNDER, NOON)));
        for (var other : OTHERS) {
            orders.add(new Order(other, new RegisterOrganization(other, text(other.value()), NOON)));
            orders.add(invitation(other, "first"));
            orders.add(
                    new Order(other, new AcceptInvitation(COALITION, new InvitationId(other + "-first"), other, NOON)));
        }
        return orders;
    }

    static Order opening(TaskId task) {
        return new Order(FOUNDER, new OpenTask(COALITION, task, FOUNDER, text("Posters"), NOTHING, null, null, NOON));
    }

    private static Order invitation(OrganizationId other, String name) {
        return new Order(
                FOUNDER, new InviteOrganization(COALITION, new InvitationId(other + "-" + name), other, FOUNDER, NOON));
    }

    Order next() {
        drawn++;
        var by = by();
        return new Order(
                by,
                switch (random.nextInt(20)) {
                    case 0, 1, 2 -> new OpenTask(COALITION, task(), by, text("Posters"), NOTHING, null, null, at());
                    case 3, 4, 5 -> new ClaimTask(COALITION, task(), by, at());
                    case 6 -> new ReleaseTask(COALITION, task(), by, at());
                    case 7 -> new HandOverTask(COALITION, task(), other(by), by, at());
                    case 8 ->
                        random.nextBoolean()
                                ? new AcceptHandOver(COALITION, task(), by, at())
                                : new DeclineHandOver(COALITION, task(), by, at());
                    case 9 ->
                        random.nextInt(3) > 0
                                ? new CompleteTask(COALITION, task(), by, at())
                                : new CancelTask(COALITION, task(), by, NOTHING, at());
                    case 10, 11, 12 -> schedule(by);
                    case 13 -> new RescheduleAction(COALITION, action(), by, slot(), null, Set.of(), at());
                    case 14 ->
                        random.nextBoolean()
                                ? new JoinAction(COALITION, action(), by, at())
                                : new LeaveAction(COALITION, action(), by, at());
                    case 15 ->
                        random.nextBoolean()
                                ? new CancelAction(COALITION, action(), by, NOTHING, at())
                                : new WithdrawCity(COALITION, call(), place().city(), by, NOTHING, at());
                    case 16 -> random.nextInt(3) == 0 ? calling(by) : committing(by);
                    case 17 -> random.nextInt(6) == 0 ? withdrawing(by) : offering(by);
                    case 18 -> booking(by);
                    default -> coming(by);
                });
    }

    private Object coming(OrganizationId by) {
        var name = "c" + drawn / 50;
        return switch (random.nextInt(6)) {
            case 0 -> new LeaveCoalition(COALITION, LEAVER, at());
            case 1, 2 -> invitation(LEAVER, name).command();
            case 3, 4 -> new AcceptInvitation(COALITION, new InvitationId(LEAVER + "-" + name), LEAVER, at());
            default ->
                random.nextBoolean()
                        ? new CancelBooking(COALITION, resource(), booking(), by, at())
                        : new ReturnResource(COALITION, resource(), booking(), by, at());
        };
    }

    private ScheduleAction schedule(OrganizationId by) {
        return new ScheduleAction(
                COALITION,
                action(),
                by,
                text("Vigil"),
                ActionKind.VIGIL,
                slot(),
                new Venue(NOTHING, null),
                List.of("#ghouta"),
                null,
                random.nextInt(4) == 0 ? Set.copyOf(List.of(action(), action(), action())) : Set.of(),
                at());
    }

    private CallSynchronized calling(OrganizationId by) {
        return new CallSynchronized(
                COALITION,
                call(),
                by,
                text("Candles"),
                ActionKind.VIGIL,
                new Moment.SameLocalTime(LocalDateTime.parse("2018-03-01T19:00").plusDays(random.nextInt(200))),
                Duration.ofMinutes(30),
                5,
                null,
                List.of(),
                at());
    }

    private CommitCity committing(OrganizationId by) {
        return new CommitCity(COALITION, call(), by, place(), action(), new Venue(NOTHING, null), Set.of(), at());
    }

    private OfferResource offering(OrganizationId by) {
        return new OfferResource(
                COALITION,
                resource(),
                by,
                ResourceKind.EQUIPMENT,
                text("Loudspeakers"),
                NOTHING,
                1 + random.nextInt(5),
                Set.of(),
                null,
                null,
                null,
                at());
    }

    private WithdrawResource withdrawing(OrganizationId by) {
        return new WithdrawResource(COALITION, resource(), by, at());
    }

    private BookResource booking(OrganizationId by) {
        var from = NOON.plus(random.nextInt(100), ChronoUnit.HOURS);
        return new BookResource(
                COALITION,
                resource(),
                booking(),
                by,
                1 + random.nextInt(3),
                from,
                from.plus(1 + random.nextInt(20), ChronoUnit.HOURS),
                new ForTask(task()),
                at());
    }

    private OrganizationId by() {
        return random.nextBoolean() ? FOUNDER : OTHERS.get(random.nextInt(OTHERS.size()));
    }

    private static OrganizationId other(OrganizationId by) {
        return by.equals(FOUNDER) ? OTHERS.getFirst() : FOUNDER;
    }

    private TaskId task() {
        return new TaskId("t" + some(8));
    }

    private ActionId action() {
        return new ActionId("a" + some(8));
    }

    private SynchronizedId call() {
        return new SynchronizedId("s" + some(60));
    }

    private ResourceId resource() {
        return new ResourceId("r" + some(60));
    }

    private BookingId booking() {
        return new BookingId("b" + some(20));
    }

    /** One of the last ten of its kind; a new one every so many commands. */
    private int some(int every) {
        return drawn / every + random.nextInt(10);
    }

    private Place place() {
        return switch (random.nextInt(3)) {
            case 0 -> new Place(new CityId("de-hamburg"), ZoneId.of("Europe/Berlin"), "DE", text("Hamburg"));
            case 1 -> new Place(new CityId("fr-paris"), ZoneId.of("Europe/Paris"), "FR", text("Paris"));
            default -> new Place(new CityId("us-boston"), ZoneId.of("America/New_York"), "US", text("Boston"));
        };
    }

    private Slot slot() {
        var from = NOON.plus(random.nextInt(24 * 60), ChronoUnit.HOURS);
        return new Slot(place(), from, from.plus(1 + random.nextInt(5), ChronoUnit.HOURS));
    }

    /** Any time of that week: clocks differ. */
    private Instant at() {
        return NOON.plus(random.nextInt(7 * 24 * 60), ChronoUnit.MINUTES);
    }

    static Text text(String words) {
        return Text.ofBoth("الغوطة " + words, words);
    }
}
