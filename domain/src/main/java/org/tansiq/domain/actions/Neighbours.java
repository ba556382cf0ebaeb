package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * Two actions of one coalition in one city at overlapping times collide, whatever the venue: they split the crowd. The
 * later one goes ahead only if it acknowledges the earlier. Scheduling, rescheduling,
 * committing a city and undoing a merge all ask here.
 */
@EventSourcedEntity
final class Neighbours {
    /** An action that stands in these place-days; {@code by} is who last put it there. */
    record Neighbour(ActionId action, Text title, OrganizationId by, Slot slot, Venue venue) {}

    /**
     * One that was merged into another and stands nowhere until that is undone.
     *
     * @param beside those that it overlapped with both knowing, and that have not moved since
     */
    private record Gone(Neighbour action, Set<ActionId> beside) {}

    private final Map<ActionId, Neighbour> standing = new LinkedHashMap<>();
    private final Map<ActionId, Gone> gone = new LinkedHashMap<>();

    @EntityCreator
    Neighbours() {}

    @EventCriteriaBuilder
    static EventCriteria boundary(PlaceDays boundary, MessageTypeResolver types) {
        return EventCriteria.either(boundary.days().stream()
                .map(day -> EventCriteria.havingTags(
                                Tag.of(Tags.COALITION, boundary.coalition().value()), Tag.of(Tags.PLACE_DAY, day))
                        .andBeingOneOfTypes(
                                types,
                                ActionScheduled.class,
                                ActionRescheduled.class,
                                ActionCancelled.class,
                                ActionsMerged.class,
                                MergeUndone.class))
                .collect(toUnmodifiableSet()));
    }

    @EventSourcingHandler
    void on(ActionScheduled e) {
        place(new Neighbour(e.action(), e.title(), e.by(), e.slot(), e.venue()));
    }

    /** Seen from the days it left and from the days it came to; wherever it stands now is what counts. */
    @EventSourcingHandler
    void on(ActionRescheduled e) {
        place(new Neighbour(e.action(), e.title(), e.by(), e.slot(), e.venue()));
    }

    @EventSourcingHandler
    void on(ActionCancelled e) {
        standing.remove(e.action());
    }

    /** It had not moved since, so whoever sees this day has seen it come there. */
    @EventSourcingHandler
    void on(ActionsMerged e) {
        var action = standing.remove(e.gone());
        if (action != null) {
            var beside = new HashSet<ActionId>();
            overlapping(e.gone(), e.slot()).forEach(other -> beside.add(other.action()));
            gone.forEach((other, earlier) -> {
                if (earlier.beside().contains(e.gone())) {
                    beside.add(other);
                }
            });
            gone.put(e.gone(), new Gone(action, beside));
        }
    }

    @EventSourcingHandler
    void on(MergeUndone e) {
        var back = gone.remove(e.gone());
        if (back != null) {
            standing.put(e.gone(), back.action());
        }
    }

    private void place(Neighbour neighbour) {
        standing.put(neighbour.action(), neighbour);
        gone.values().forEach(one -> one.beside().remove(neighbour.action()));
    }

    /**
     * Lets an action into a slot, and says which overlaps that acknowledges: those that are really there.
     *
     * @throws ActionsCollide with everything that it overlaps, if it does not acknowledge all of that
     */
    Set<ActionId> letIn(ActionId action, Slot slot, Set<ActionId> acknowledged) {
        var collisions = overlapping(action, slot);
        var ids = collisions.stream().map(Neighbour::action).toList();
        if (!acknowledged.containsAll(ids)) {
            throw new ActionsCollide(slot, collisions);
        }
        return ActionIds.sorted(ids);
    }

    /**
     * Lets an action back that was merged into {@code other}. The two are one for now, and know of each other.
     *
     * @throws ActionsCollide with everything that it overlaps, if there is anything new that it does not acknowledge
     */
    Set<ActionId> letBack(ActionId action, ActionId other, Slot slot, Set<ActionId> acknowledged) {
        var known = new HashSet<>(acknowledged);
        known.add(other);
        var was = gone.get(action);
        if (was != null) {
            known.addAll(was.beside());
        }
        return letIn(action, slot, known);
    }

    private List<Neighbour> overlapping(ActionId action, Slot slot) {
        var found = new ArrayList<>(standing.values());
        found.removeIf(other -> other.action().equals(action) || !other.slot().overlaps(slot));
        found.sort(Comparator.comparing((Neighbour other) -> other.slot().from())
                .thenComparing(other -> other.action().value()));
        return found;
    }
}
