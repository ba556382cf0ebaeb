package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Tags;

/** Some actions that may overlap each other, and who of them acknowledged whom since either last moved. */
@EventSourcedEntity
final class Overlaps {
    private final Map<ActionId, Action> actions = new HashMap<>();
    private final Map<ActionId, Set<ActionId>> acknowledged = new HashMap<>();

    @EntityCreator
    Overlaps() {}

    @EventCriteriaBuilder
    static EventCriteria boundary(ActionIds among, MessageTypeResolver types) {
        return EventCriteria.either(among.ids().stream()
                .map(action -> EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
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
                                OverlapAcknowledged.class))
                .collect(toUnmodifiableSet()));
    }

    @EventSourcingHandler
    void on(ActionScheduled e) {
        change(e.action(), action -> action.on(e));
        placed(e.action(), e.acknowledged());
    }

    @EventSourcingHandler
    void on(ActionRescheduled e) {
        change(e.action(), action -> action.on(e));
        placed(e.action(), e.acknowledged());
    }

    @EventSourcingHandler
    void on(ActionCancelled e) {
        change(e.action(), action -> action.on(e));
    }

    @EventSourcingHandler
    void on(ActionShown e) {
        change(e.action(), action -> action.on(e));
    }

    @EventSourcingHandler
    void on(OrganizerJoined e) {
        change(e.action(), action -> action.on(e));
    }

    @EventSourcingHandler
    void on(OrganizerLeft e) {
        change(e.action(), action -> action.on(e));
    }

    @EventSourcingHandler
    void on(ActionsMerged e) {
        change(e.action(), action -> action.on(e));
        change(e.gone(), action -> action.on(e));
    }

    /** It did not move: what was acknowledged before still is. */
    @EventSourcingHandler
    void on(MergeUndone e) {
        change(e.action(), action -> action.on(e));
        change(e.gone(), action -> action.on(e));
        acknowledgedBy(e.gone()).addAll(e.acknowledged());
    }

    @EventSourcingHandler
    void on(OverlapAcknowledged e) {
        acknowledgedBy(e.action()).addAll(e.acknowledged());
    }

    Action action(ActionId id) {
        return actions.getOrDefault(id, new Action());
    }

    boolean acknowledged(ActionId by, ActionId other) {
        return acknowledgedBy(by).contains(other);
    }

    private void change(ActionId id, UnaryOperator<Action> change) {
        actions.put(id, change.apply(action(id)));
    }

    /** Whoever moves makes new overlaps: what it acknowledged, and what others acknowledged of it, was about old ones. */
    private void placed(ActionId id, Set<ActionId> acknowledging) {
        acknowledged.values().forEach(others -> others.remove(id));
        acknowledged.put(id, new HashSet<>(acknowledging));
    }

    private Set<ActionId> acknowledgedBy(ActionId id) {
        return acknowledged.computeIfAbsent(id, unused -> new HashSet<>());
    }
}
