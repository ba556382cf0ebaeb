package org.tansiq.infra.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.OrganizationInvited;
import org.tansiq.domain.members.OrganizationJoined;
import org.tansiq.domain.members.StewardAppointed;
import org.tansiq.domain.resources.BookingCancelled;
import org.tansiq.domain.resources.BookingId;
import org.tansiq.domain.resources.ForTask;
import org.tansiq.domain.resources.ResourceBooked;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.resources.ResourceOffered;
import org.tansiq.domain.resources.ResourceReturned;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.tasks.HandOverOffered;
import org.tansiq.domain.tasks.TaskCancelled;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskCompleted;
import org.tansiq.domain.tasks.TaskHandedOver;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.domain.tasks.TaskReleased;

/** One coalition, and what happens in it next. */
final class SomeCoalition {
    private static final int MEMBERS_MAX = 25;
    private static final int BOOKINGS_MAX = 40;
    private static final int CITIES_OF_A_CALL_MAX = 40;
    private static final Text NOTHING = new Text(Map.of());

    private final CoalitionId id;
    private final Random random;
    private final List<OrganizationId> strangers;
    private final List<OrganizationId> members = new ArrayList<>();
    private final Deque<List<Fact>> next = new ArrayDeque<>();

    private final List<TaskId> open = new ArrayList<>();
    private final Map<TaskId, OrganizationId> held = new HashMap<>();
    private final List<TaskId> heldInOrder = new ArrayList<>();
    private final List<SomeAction> actions = new ArrayList<>();
    private final List<SomeResource> resources = new ArrayList<>();
    private @Nullable SomeCall call;

    private record SomeAction(
            ActionId id,
            OrganizationId by,
            Text title,
            Slot slot,
            @Nullable SynchronizedId call) {}

    private record SomeBooking(BookingId id, OrganizationId by) {}

    private record SomeResource(ResourceId id, OrganizationId owner, List<SomeBooking> open, List<BookingId> ever) {}

    private record SomeCall(SynchronizedId id, Text title, Moment moment, Set<Place> cities) {}

    SomeCoalition(int number, Random random, List<OrganizationId> organizations) {
        this.id = new CoalitionId("coalition-" + number);
        this.random = random;
        this.strangers = new ArrayList<>(organizations);
        Collections.shuffle(strangers, random);
    }

    List<Fact> decide(Instant now) {
        if (members.isEmpty()) {
            return founded(now);
        }
        var prepared = next.poll();
        if (prepared != null) {
            return prepared;
        }
        var choice = random.nextInt(100);
        if (members.size() < 3 || (choice < 2 && members.size() < MEMBERS_MAX)) {
            return invited(now);
        }
        if (choice < 50) {
            return List.of(task(now));
        }
        return choice < 82 ? action(now) : List.of(resource(now));
    }

    private OrganizationId member() {
        return SomeWords.one(members, random);
    }

    private List<Fact> founded(Instant now) {
        var founder = strangers.removeLast();
        members.add(founder);
        return List.of(new CoalitionFounded(
                id, founder, Text.ofBoth("الحملة من أجل الغوطة", "Campaign for Ghouta"), NOTHING, now));
    }

    private List<Fact> invited(Instant now) {
        var organization = strangers.removeLast();
        var invitation = new InvitationId(SomeWords.id(random));
        next.add(List.of(new OrganizationJoined(id, organization, invitation, null, now)));
        if (random.nextInt(5) == 0) {
            next.add(List.of(new StewardAppointed(id, organization, members.getFirst(), now)));
        }
        members.add(organization);
        return List.of(new OrganizationInvited(id, invitation, organization, members.getFirst(), now));
    }

    private Fact task(Instant now) {
        var choice = random.nextInt(10);
        if (choice < 4 || (open.isEmpty() && held.isEmpty())) {
            return opened(now);
        }
        if (choice < 7 && !open.isEmpty()) {
            var task = taken(open);
            var by = member();
            held.put(task, by);
            heldInOrder.add(task);
            return new TaskClaimed(id, task, by, now);
        }
        return heldInOrder.isEmpty() ? opened(now) : ofHolder(now);
    }

    private Fact opened(Instant now) {
        var task = new TaskId(SomeWords.id(random));
        open.add(task);
        var due = random.nextBoolean() ? now.plus(3, ChronoUnit.DAYS) : null;
        var action = actions.isEmpty() || random.nextBoolean()
                ? null
                : SomeWords.one(actions, random).id();
        return new TaskOpened(id, task, member(), SomeWords.work(random), SomeWords.work(random), due, action, now);
    }

    private Fact ofHolder(Instant now) {
        var task = taken(heldInOrder);
        var holder = held.remove(task);
        return switch (random.nextInt(4)) {
            case 0 -> {
                open.add(task);
                yield new TaskReleased(id, task, holder, now);
            }
            case 1 -> new TaskCancelled(id, task, holder, Text.of("en", "It rains"), now);
            case 2 -> {
                var to = member();
                if (to.equals(holder)) {
                    yield new TaskCompleted(id, task, holder, now);
                }
                next.add(List.of(new TaskHandedOver(id, task, holder, to, now)));
                held.put(task, to);
                heldInOrder.add(task);
                yield new HandOverOffered(id, task, holder, to, now);
            }
            default -> new TaskCompleted(id, task, holder, now);
        };
    }

    private List<Fact> action(Instant now) {
        var choice = random.nextInt(20);
        if (choice < 4) {
            return synchronised(now);
        }
        if (choice < 11 || actions.isEmpty()) {
            return List.of(scheduled(now, slot(now), null, member()));
        }
        var at = random.nextInt(actions.size());
        var action = actions.get(at);
        if (choice < 15) {
            return List.of(rescheduled(now, at, action));
        }
        if (choice < 18) {
            return List.of(new OrganizerJoined(id, action.id(), member(), now));
        }
        taken(actions, at);
        return List.of(
                new ActionCancelled(id, action.id(), action.by(), action.slot(), Text.of("en", "It rains"), now));
    }

    private Slot slot(Instant now) {
        var from = now.truncatedTo(ChronoUnit.DAYS)
                .plus(2L + random.nextInt(60), ChronoUnit.DAYS)
                .plus(6L + random.nextInt(14), ChronoUnit.HOURS);
        return new Slot(
                SomeWords.one(SomeWords.PLACES, random), from, from.plus(1L + random.nextInt(3), ChronoUnit.HOURS));
    }

    private Set<ActionId> overlapping(Slot slot, @Nullable ActionId without) {
        var found = new HashSet<ActionId>();
        for (var other : actions) {
            if (other.slot().overlaps(slot) && !other.id().equals(without)) {
                found.add(other.id());
            }
        }
        return found;
    }

    private ActionScheduled scheduled(Instant now, Slot slot, @Nullable SynchronizedId call, OrganizationId by) {
        var action = new SomeAction(new ActionId(SomeWords.id(random)), by, SomeWords.title(random), slot, call);
        var acknowledged = overlapping(slot, null);
        add(action);
        return new ActionScheduled(
                id,
                action.id(),
                by,
                action.title(),
                SomeWords.one(List.of(ActionKind.values()), random),
                slot,
                SomeWords.venue(random),
                List.of("#SaveGhouta", "#أنقذوا_الغوطة"),
                null,
                call,
                acknowledged,
                now);
    }

    private ActionRescheduled rescheduled(Instant now, int at, SomeAction action) {
        var by = Duration.ofHours(1L + random.nextInt(48));
        var slot = new Slot(
                action.slot().place(),
                action.slot().from().plus(by),
                action.slot().until().plus(by));
        actions.set(at, new SomeAction(action.id(), action.by(), action.title(), slot, action.call()));
        return new ActionRescheduled(
                id,
                action.id(),
                action.by(),
                action.title(),
                action.call(),
                action.slot(),
                slot,
                SomeWords.venue(random),
                overlapping(slot, action.id()),
                now);
    }

    /** What is long past is not touched any more. */
    private void add(SomeAction action) {
        actions.add(action);
        if (actions.size() > 500) {
            actions.removeFirst();
        }
    }

    private List<Fact> synchronised(Instant now) {
        var calling = call;
        var place = SomeWords.one(SomeWords.PLACES, random);
        if (calling == null
                || calling.cities().size() >= CITIES_OF_A_CALL_MAX
                || !calling.cities().add(place)) {
            var moment = slot(now).from();
            calling = new SomeCall(
                    new SynchronizedId(SomeWords.id(random)),
                    SomeWords.title(random),
                    new Moment.SameInstant(moment),
                    new HashSet<>());
            call = calling;
            return List.of(new SynchronizedCalled(
                    id,
                    calling.id(),
                    member(),
                    calling.title(),
                    ActionKind.VIGIL,
                    calling.moment(),
                    Duration.ofHours(1),
                    CITIES_OF_A_CALL_MAX,
                    null,
                    List.of("#SaveGhouta"),
                    now));
        }
        var from = calling.moment().in(place.zone());
        var by = member();
        var action = scheduled(now, new Slot(place, from, from.plus(1, ChronoUnit.HOURS)), calling.id(), by);
        return List.of(new CityCommitted(id, calling.id(), place, by, action.action(), now), action);
    }

    private Fact resource(Instant now) {
        var lent = resources.isEmpty() ? null : SomeWords.one(resources, random);
        if (lent == null || random.nextInt(12) == 0) {
            return offered(now);
        }
        if (lent.ever().size() >= BOOKINGS_MAX) {
            resources.remove(lent);
            return offered(now);
        }
        if (random.nextBoolean() || lent.open().isEmpty()) {
            var booking = new SomeBooking(new BookingId(SomeWords.id(random)), member());
            lent.open().add(booking);
            lent.ever().add(booking.id());
            var from = slot(now).from();
            return new ResourceBooked(
                    id,
                    lent.id(),
                    booking.id(),
                    booking.by(),
                    1 + random.nextInt(5),
                    from,
                    from.plus(1L + random.nextInt(30), ChronoUnit.HOURS),
                    new ForTask(new TaskId(SomeWords.id(random))),
                    now);
        }
        var booking = taken(lent.open());
        return random.nextBoolean()
                ? new ResourceReturned(id, lent.id(), booking.id(), booking.by(), now)
                : new BookingCancelled(id, lent.id(), booking.id(), booking.by(), now);
    }

    private Fact offered(Instant now) {
        var lent =
                new SomeResource(new ResourceId(SomeWords.id(random)), member(), new ArrayList<>(), new ArrayList<>());
        resources.add(lent);
        return new ResourceOffered(
                id,
                lent.id(),
                lent.owner(),
                ResourceKind.EQUIPMENT,
                SomeWords.work(random),
                NOTHING,
                1_000,
                Set.of(),
                SomeWords.one(SomeWords.PLACES, random),
                null,
                null,
                now);
    }

    private <T> T taken(List<T> from) {
        return taken(from, random.nextInt(from.size()));
    }

    /** In time that does not depend on how many there are. */
    private static <T> T taken(List<T> from, int at) {
        var last = from.removeLast();
        return at == from.size() ? last : from.set(at, last);
    }
}
