package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** What decisions about one action need to know of it. */
@EventSourcedEntity(tagKey = Tags.ACTION)
record Action(State state) {
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
        this(new Unknown());
    }

    @EventSourcingHandler
    Action on(ActionScheduled e) {
        return new Action(new Scheduled(e, e.slot(), e.venue(), Set.of(e.by())));
    }

    @EventSourcingHandler
    Action on(ActionRescheduled e) {
        return whileScheduled(now -> new Scheduled(now.first, e.slot(), e.venue(), now.organizers));
    }

    @EventSourcingHandler
    Action on(ActionCancelled e) {
        return state instanceof Scheduled now ? new Action(new Cancelled(now.first, now.organizers)) : this;
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

    /** The state as {@code coalition} may know it: an action of another coalition does not exist there. */
    Known in(CoalitionId coalition, ActionId action) {
        if (state instanceof Known known && known.first().coalition().equals(coalition)) {
            return known;
        }
        throw new NotFound("action", action);
    }

    private Action whileScheduled(UnaryOperator<Scheduled> change) {
        return state instanceof Scheduled now ? new Action(change.apply(now)) : this;
    }
}
