package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/** What decisions about one action need to know of it. */
@EventSourcedEntity(tagKey = Tags.ACTION)
record Action(State state, Visibility visibility, Visibility venueVisibility, Set<Approach> approaches) {
    /** Somebody wanted this city at this time and was told no. */
    record Approach(@Nullable OrganizationId by, CityId city, Instant from, Instant until) {
        static Approach of(@Nullable OrganizationId by, Slot wanted) {
            return new Approach(by, wanted.place().city(), wanted.from(), wanted.until());
        }
    }

    sealed interface State {}

    record Unknown() implements State {}

    sealed interface Known extends State {
        /** As it was first scheduled. */
        ActionScheduled first();

        Set<OrganizationId> organizers();

        default void requireOrganizer(OrganizationId by) {
            if (!organizers().contains(by)) {
                throw new NotAllowed("not-organizer");
            }
        }
    }

    /** It is to take place, in {@code slot}. */
    record Scheduled(ActionScheduled first, Slot slot, Venue venue, Set<OrganizationId> organizers) implements Known {}

    record Cancelled(ActionScheduled first, Set<OrganizationId> organizers) implements Known {}

    @EntityCreator
    Action() {
        this(new Unknown(), Visibility.COALITION, Visibility.COALITION, Set.of());
    }

    @EventSourcingHandler
    Action on(ActionScheduled e) {
        return new Action(
                new Scheduled(e, e.slot(), e.venue(), Set.of(e.by())), e.visibility(), e.venueVisibility(), approaches);
    }

    @EventSourcingHandler
    Action on(ActionRescheduled e) {
        return whileScheduled(now -> new Scheduled(now.first, e.slot(), e.venue(), now.organizers));
    }

    @EventSourcingHandler
    Action on(ActionCancelled e) {
        return state instanceof Scheduled now ? now(new Cancelled(now.first, now.organizers)) : this;
    }

    @EventSourcingHandler
    Action on(OrganizerJoined e) {
        return whileScheduled(now -> {
            var organizers = new LinkedHashSet<>(now.organizers);
            organizers.add(e.organization());
            return new Scheduled(now.first, now.slot, now.venue, Set.copyOf(organizers));
        });
    }

    @EventSourcingHandler
    Action on(OrganizerLeft e) {
        return whileScheduled(now -> new Scheduled(
                now.first,
                now.slot,
                now.venue,
                now.organizers.stream()
                        .filter(organizer -> !organizer.equals(e.organization()))
                        .collect(toUnmodifiableSet())));
    }

    @EventSourcingHandler
    Action on(ActionShown e) {
        return new Action(state, e.visibility(), e.venueVisibility(), approaches);
    }

    @EventSourcingHandler
    Action on(ActionApproached e) {
        var all = new HashSet<>(approaches);
        all.add(Approach.of(e.by(), e.wanted()));
        return new Action(state, visibility, venueVisibility, Set.copyOf(all));
    }

    /** The state as a member of a coalition may know it: what is another's, and what it may not see, does not exist. */
    Known in(CoalitionId coalition, ActionId action, OrganizationId by) {
        if (state instanceof Known known
                && known.first().coalition().equals(coalition)
                && visibility.seenBy(by, known.organizers())) {
            return known;
        }
        throw new NotFound("action", action);
    }

    private Action whileScheduled(UnaryOperator<Scheduled> change) {
        return state instanceof Scheduled now ? now(change.apply(now)) : this;
    }

    private Action now(State changed) {
        return new Action(changed, visibility, venueVisibility, approaches);
    }
}
