package org.tansiq.infra.wiring;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.tansiq.domain.actions.AcknowledgeOverlap;
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
import org.tansiq.domain.members.AppointSteward;
import org.tansiq.domain.members.AskToJoin;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.JoinRequestId;
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
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.AcceptHandOver;
import org.tansiq.domain.tasks.CancelTask;
import org.tansiq.domain.tasks.ClaimTask;
import org.tansiq.domain.tasks.CompleteTask;
import org.tansiq.domain.tasks.HandOverTask;
import org.tansiq.domain.tasks.OpenTask;
import org.tansiq.domain.tasks.ReleaseTask;
import org.tansiq.domain.tasks.TaskId;

/** Commands on few things, so that they often meet; many are refused. */
final class RandomCommands {
    static final List<CoalitionId> COALITIONS = List.of(new CoalitionId("ghouta"), new CoalitionId("aleppo"));

    private static final List<OrganizationId> ORGANIZATIONS =
            List.of(new OrganizationId("berlin"), new OrganizationId("paris"), new OrganizationId("zürich"));
    private static final List<Place> PLACES =
            List.of(place("de-hamburg", "Europe/Berlin"), place("us-boston", "America/New_York"));
    private static final int THINGS = 5;
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Text WORDS = Text.ofBoth("كلمات", "words");

    private final Random random;
    private final Deque<Object> first = new ArrayDeque<>();
    private Instant now = NOW;

    RandomCommands(long seed) {
        random = new Random(seed);
        for (var organization : ORGANIZATIONS) {
            first.add(new RegisterOrganization(organization, Text.of("en", organization.value()), NOW));
        }
        for (var coalition : COALITIONS) {
            first.add(new FoundCoalition(coalition, WORDS, WORDS, founder(coalition), NOW));
        }
        var ghouta = COALITIONS.getFirst();
        var invitation = new InvitationId("first");
        first.add(new InviteOrganization(ghouta, invitation, ORGANIZATIONS.get(1), ORGANIZATIONS.getFirst(), NOW));
        first.add(new AcceptInvitation(ghouta, invitation, ORGANIZATIONS.get(1), NOW));
    }

    OrganizationId actor() {
        return one(ORGANIZATIONS);
    }

    Object next() {
        var given = first.poll();
        if (given != null) {
            return given;
        }
        now = now.plusSeconds(random.nextInt(100_000));
        // Most of it happens in one coalition, that has two members from the start.
        var c = random.nextInt(4) == 0 ? COALITIONS.getLast() : COALITIONS.getFirst();
        var by = actor();
        return switch (random.nextInt(10)) {
            case 0 -> membership(c, random.nextInt(3) == 0 ? by : founder(c));
            case 1, 2, 3 -> task(c, by);
            case 4, 5, 6 -> action(c, by);
            case 7 -> call(c, by);
            default -> resource(c, by);
        };
    }

    /** Steward from the start, so it may do most. */
    private static OrganizationId founder(CoalitionId c) {
        return ORGANIZATIONS.get(COALITIONS.indexOf(c));
    }

    private Object membership(CoalitionId c, OrganizationId by) {
        var invitation = new InvitationId(id("invitation"));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new InviteOrganization(c, invitation, actor(), by, now);
            case 2, 3 -> new AcceptInvitation(c, invitation, actor(), now);
            case 4 ->
                random.nextBoolean()
                        ? new AskToJoin(c, new JoinRequestId(id("request")), by, WORDS, now)
                        : new AppointSteward(c, actor(), by, now);
            default -> new LeaveCoalition(c, actor(), now);
        };
    }

    private Object task(CoalitionId c, OrganizationId by) {
        var task = task(c);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new OpenTask(c, task, by, WORDS, WORDS, random.nextBoolean() ? now : null, null, now);
            case 2, 3 -> new ClaimTask(c, task, by, now);
            case 4 -> new ReleaseTask(c, task, by, now);
            case 5 -> new HandOverTask(c, task, ORGANIZATIONS.get(1), ORGANIZATIONS.getFirst(), now);
            case 6 -> new AcceptHandOver(c, task, ORGANIZATIONS.get(1), now);
            case 7 -> new CompleteTask(c, task, by, now);
            default -> new CancelTask(c, task, by, WORDS, now);
        };
    }

    private Object action(CoalitionId c, OrganizationId by) {
        var action = action(c);
        var venue = new Venue(random.nextBoolean() ? Text.of("en", "Square") : new Text(Map.of()), null);
        var known = random.nextBoolean() ? all(c) : Set.<ActionId>of();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                new ScheduleAction(
                        c, action, by, WORDS, ActionKind.VIGIL, slot(), venue, List.of("#ghouta"), null, known, now);
            case 3 -> new RescheduleAction(c, action, by, slot(), venue, known, now);
            case 4 -> new CancelAction(c, action, by, WORDS, now);
            case 5 -> new JoinAction(c, action, by, now);
            case 6 -> new LeaveAction(c, action, by, now);
            default -> new AcknowledgeOverlap(c, action, by, Set.of(action(c)), now);
        };
    }

    private Object call(CoalitionId c, OrganizationId by) {
        var call = new SynchronizedId(c + "-" + id("call"));
        return switch (random.nextInt(3)) {
            case 0 ->
                new CallSynchronized(
                        c,
                        call,
                        by,
                        WORDS,
                        ActionKind.VIGIL,
                        new Moment.SameInstant(slot().from()),
                        Duration.ofHours(1),
                        3,
                        null,
                        List.of(),
                        now);
            case 1 ->
                new CommitCity(
                        c,
                        call,
                        by,
                        one(PLACES),
                        new ActionId(c + "-city-" + random.nextInt(1_000)),
                        new Venue(WORDS, null),
                        all(c),
                        now);
            default -> new WithdrawCity(c, call, one(PLACES).city(), by, WORDS, now);
        };
    }

    private Object resource(CoalitionId c, OrganizationId by) {
        var resource = new ResourceId(c + "-" + id("resource"));
        var booking = new BookingId(resource + "-" + id("booking"));
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                new OfferResource(
                        c,
                        resource,
                        by,
                        ResourceKind.PEOPLE,
                        WORDS,
                        WORDS,
                        5,
                        Set.of("de", "ar"),
                        null,
                        null,
                        null,
                        now);
            case 2, 3, 4 -> {
                var from = slot().from();
                yield new BookResource(
                        c, resource, booking, by, 2, from, from.plusSeconds(9_000), new ForTask(task(c)), now);
            }
            case 5 -> new CancelBooking(c, resource, booking, by, now);
            case 6 -> new ReturnResource(c, resource, booking, by, now);
            default -> new WithdrawResource(c, resource, by, now);
        };
    }

    private Slot slot() {
        var from = NOW.plus(Duration.ofHours(random.nextInt(30)));
        return new Slot(one(PLACES), from, from.plus(Duration.ofHours(1L + random.nextInt(5))));
    }

    private TaskId task(CoalitionId c) {
        return new TaskId(c + "-" + id("task"));
    }

    private ActionId action(CoalitionId c) {
        return new ActionId(c + "-" + id("action"));
    }

    private static Set<ActionId> all(CoalitionId c) {
        return IntStream.range(0, THINGS)
                .mapToObj(n -> new ActionId(c + "-action-" + n))
                .collect(toSet());
    }

    private String id(String kind) {
        return kind + "-" + random.nextInt(THINGS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Place place(String city, String zone) {
        return new Place(new CityId(city), ZoneId.of(zone), "DE", Text.of("en", city));
    }
}
