package org.tansiq.domain.permits;

import java.util.Collection;
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
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
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

    /**
     * @param merged whether it is part of another now
     * @param said of the day that it is for; null when nothing was, or before it moved to another
     */
    record Known(
            ActionId action,
            CoalitionId coalition,
            PermitDay day,
            Visibility visibility,
            Set<OrganizationId> organizers,
            boolean cancelled,
            boolean merged,
            @Nullable PermitReported said)
            implements State {
        private Known on(PermitDay other) {
            return new Known(
                    action,
                    coalition,
                    other,
                    visibility,
                    organizers,
                    cancelled,
                    merged,
                    other.equals(day) ? said : null);
        }

        private Known to(Visibility who) {
            return new Known(action, coalition, day, who, organizers, cancelled, merged, said);
        }

        private Known with(Collection<OrganizationId> more) {
            var all = new LinkedHashSet<>(organizers);
            all.addAll(more);
            return by(all);
        }

        private Known without(Collection<OrganizationId> some) {
            var all = new LinkedHashSet<>(organizers);
            all.removeAll(some);
            return by(all);
        }

        private Known by(Set<OrganizationId> all) {
            return new Known(action, coalition, day, visibility, Set.copyOf(all), cancelled, merged, said);
        }

        private Known over() {
            return new Known(action, coalition, day, visibility, organizers, true, merged, said);
        }

        private Known merged(boolean away) {
            return new Known(action, coalition, day, visibility, organizers, cancelled, away, said);
        }

        private Known told(PermitReported now) {
            return new Known(action, coalition, day, visibility, organizers, cancelled, merged, now);
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
                        ActionsMerged.class,
                        MergeUndone.class,
                        PermitReported.class);
    }

    @EventSourcingHandler
    Permit on(ActionScheduled e) {
        return new Permit(new Known(
                e.action(), e.coalition(), PermitDay.of(e.slot()), e.visibility(), Set.of(e.by()), false, false, null));
    }

    @EventSourcingHandler
    Permit on(ActionRescheduled e) {
        return known(now -> now.on(PermitDay.of(e.slot())));
    }

    @EventSourcingHandler
    Permit on(ActionCancelled e) {
        return known(Known::over);
    }

    @EventSourcingHandler
    Permit on(ActionShown e) {
        return known(now -> now.to(e.visibility()));
    }

    @EventSourcingHandler
    Permit on(OrganizerJoined e) {
        return known(now -> now.with(Set.of(e.organization())));
    }

    @EventSourcingHandler
    Permit on(OrganizerLeft e) {
        return known(now -> now.without(Set.of(e.organization())));
    }

    @EventSourcingHandler
    Permit on(ActionsMerged e) {
        return known(now -> now.action.equals(e.gone()) ? now.merged(true) : now.with(e.organizers()));
    }

    @EventSourcingHandler
    Permit on(MergeUndone e) {
        return known(now -> now.action.equals(e.gone()) ? now.merged(false) : now.without(e.left()));
    }

    @EventSourcingHandler
    Permit on(PermitReported e) {
        return known(now -> now.told(e));
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
