package org.tansiq.domain.actions;

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
record Action(State state, Visibility visibility, Visibility venueVisibility, Set<Approach> approaches, Merges merges) {
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
    record Scheduled(ActionScheduled first, Slot slot, Venue venue, Set<OrganizationId> organizers) implements Known {
        private Scheduled by(Set<OrganizationId> all) {
            return new Scheduled(first, slot, venue, all);
        }
    }

    record Cancelled(ActionScheduled first, Set<OrganizationId> organizers) implements Known {}

    /** It became one with another, and stands nowhere until that is undone. */
    record Merged(Scheduled was, ActionId into) implements Known {
        @Override
        public ActionScheduled first() {
            return was.first;
        }

        @Override
        public Set<OrganizationId> organizers() {
            return was.organizers;
        }
    }

    @EntityCreator
    Action() {
        this(new Unknown(), Visibility.COALITION, Visibility.COALITION, Set.of(), Merges.NONE);
    }

    @EventSourcingHandler
    Action on(ActionScheduled e) {
        return new Action(
                new Scheduled(e, e.slot(), e.venue(), Set.of(e.by())),
                e.visibility(),
                e.venueVisibility(),
                approaches,
                merges);
    }

    @EventSourcingHandler
    Action on(ActionRescheduled e) {
        return whileScheduled(now -> new Scheduled(now.first, e.slot(), e.venue(), now.organizers))
                .with(merges.withoutProposals());
    }

    @EventSourcingHandler
    Action on(ActionCancelled e) {
        return state instanceof Scheduled now
                ? now(new Cancelled(now.first, now.organizers)).with(merges.withoutProposals())
                : this;
    }

    @EventSourcingHandler
    Action on(OrganizerJoined e) {
        return whileScheduled(now -> now.by(union(now.organizers, Set.of(e.organization()))));
    }

    @EventSourcingHandler
    Action on(OrganizerLeft e) {
        return without(Set.of(e.organization())).with(merges.left(e.action(), e.organization()));
    }

    @EventSourcingHandler
    Action on(MergeProposed e) {
        return with(merges.with(e));
    }

    @EventSourcingHandler
    Action on(MergeDeclined e) {
        return with(merges.without(e.action(), e.gone()));
    }

    @EventSourcingHandler
    Action on(ActionsMerged e) {
        return switch (state) {
            case Scheduled now
            when is(now, e.gone()) -> now(new Merged(now, e.action())).with(merges.withoutProposals());
            case Scheduled now ->
                now(now.by(union(now.organizers, e.organizers()))).with(merges.with(e, now.organizers));
            default -> this;
        };
    }

    @EventSourcingHandler
    Action on(MergeUndone e) {
        return switch (state) {
            case Merged merged when is(merged, e.gone()) -> now(merged.was);
            case Known other -> without(e.left()).with(merges.withoutMerged(e.gone()));
            default -> this;
        };
    }

    @EventSourcingHandler
    Action on(ActionShown e) {
        return new Action(state, e.visibility(), e.venueVisibility(), approaches, merges);
    }

    @EventSourcingHandler
    Action on(ActionApproached e) {
        var all = new HashSet<>(approaches);
        all.add(Approach.of(e.by(), e.wanted()));
        return new Action(state, visibility, venueVisibility, Set.copyOf(all), merges);
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
        return new Action(changed, visibility, venueVisibility, approaches, merges);
    }

    private Action with(Merges changed) {
        return new Action(state, visibility, venueVisibility, approaches, changed);
    }

    private Action without(Set<OrganizationId> those) {
        return switch (state) {
            case Scheduled now -> now(now.by(Merges.less(now.organizers, those)));
            case Merged now -> now(new Merged(now.was.by(Merges.less(now.was.organizers, those)), now.into));
            case Cancelled now -> now(new Cancelled(now.first, Merges.less(now.organizers, those)));
            case Unknown unknown -> this;
        };
    }

    private static boolean is(Known known, ActionId action) {
        return known.first().action().equals(action);
    }

    private static Set<OrganizationId> union(Set<OrganizationId> some, Set<OrganizationId> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
