package org.tansiq.domain.permits;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/** What was last said of an action's permit, and what of the action matters to who may say it. */
@EventSourcedEntity
record Permit(State state) {
    sealed interface State {}

    /** No such action. */
    record Unknown() implements State {}

    /** @param said of the day that it is for; null when nothing was, or before it moved to another */
    record Known(
            CoalitionId coalition,
            PermitDay day,
            Visibility visibility,
            Set<OrganizationId> organizers,
            boolean cancelled,
            @Nullable PermitReported said)
            implements State {
        private Known by(Set<OrganizationId> all) {
            return new Known(coalition, day, visibility, Set.copyOf(all), cancelled, said);
        }
    }

    @EntityCreator
    Permit() {
        this(new Unknown());
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(
                        types,
                        ActionScheduled.class,
                        ActionRescheduled.class,
                        ActionCancelled.class,
                        ActionShown.class,
                        OrganizerJoined.class,
                        OrganizerLeft.class,
                        PermitReported.class);
    }

    @EventSourcingHandler
    Permit on(ActionScheduled e) {
        return new Permit(
                new Known(e.coalition(), PermitDay.of(e.slot()), e.visibility(), Set.of(e.by()), false, null));
    }

    @EventSourcingHandler
    Permit on(ActionRescheduled e) {
        var day = PermitDay.of(e.slot());
        return known(now -> new Known(
                now.coalition,
                day,
                now.visibility,
                now.organizers,
                now.cancelled,
                day.equals(now.day) ? now.said : null));
    }

    @EventSourcingHandler
    Permit on(ActionCancelled e) {
        return known(now -> new Known(now.coalition, now.day, now.visibility, now.organizers, true, now.said));
    }

    @EventSourcingHandler
    Permit on(ActionShown e) {
        return known(now -> new Known(now.coalition, now.day, e.visibility(), now.organizers, now.cancelled, now.said));
    }

    @EventSourcingHandler
    Permit on(OrganizerJoined e) {
        return known(now -> {
            var organizers = new LinkedHashSet<>(now.organizers);
            organizers.add(e.organization());
            return now.by(organizers);
        });
    }

    @EventSourcingHandler
    Permit on(OrganizerLeft e) {
        return known(now -> now.by(now.organizers.stream()
                .filter(organizer -> !organizer.equals(e.organization()))
                .collect(toUnmodifiableSet())));
    }

    @EventSourcingHandler
    Permit on(PermitReported e) {
        return known(now -> new Known(now.coalition, now.day, now.visibility, now.organizers, now.cancelled, e));
    }

    /** What is another coalition's, and what a member may not see, does not exist. */
    Known in(CoalitionId coalition, ActionId action, OrganizationId by) {
        if (state instanceof Known known
                && known.coalition.equals(coalition)
                && known.visibility.seenBy(by, known.organizers)) {
            return known;
        }
        throw new NotFound("action", action);
    }

    private Permit known(UnaryOperator<Known> change) {
        return state instanceof Known known ? new Permit(change.apply(known)) : this;
    }
}
