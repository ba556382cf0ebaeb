package org.tansiq.domain.actions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * What was found of two actions, and what their organisers said of it. Whoever moves either ends what was found, and not what
 * was said.
 */
@EventSourcedEntity
final class FoundPair {
    private @Nullable FindingRaised raised;
    private boolean different;
    private final Set<OrganizationId> seenBy = new HashSet<>();
    private final Map<OrganizationId, Text> acknowledged = new HashMap<>();

    @EntityCreator
    FoundPair() {}

    @EventCriteriaBuilder
    static EventCriteria boundary(FindingId finding, MessageTypeResolver types) {
        return EventCriteria.either(
                EventCriteria.havingTags(Tag.of(Tags.FINDING, finding.toString()))
                        .andBeingOneOfTypes(
                                types,
                                FindingRaised.class,
                                FindingSeen.class,
                                FindingAcknowledged.class,
                                FindingSaidDifferent.class),
                moved(finding.one(), types),
                moved(finding.other(), types));
    }

    private static EventCriteria moved(ActionId action, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.ACTION, action.value()))
                .andBeingOneOfTypes(types, ActionRescheduled.class);
    }

    @EventSourcingHandler
    void on(FindingRaised e) {
        raised = e;
    }

    @EventSourcingHandler
    void on(ActionRescheduled e) {
        raised = null;
    }

    @EventSourcingHandler
    void on(FindingSeen e) {
        seenBy.add(e.by());
    }

    @EventSourcingHandler
    void on(FindingAcknowledged e) {
        acknowledged.put(e.by(), e.reason());
    }

    @EventSourcingHandler
    void on(FindingSaidDifferent e) {
        different = true;
    }

    /** What was found since either was last moved. */
    @Nullable
    FindingRaised raised() {
        return raised;
    }

    boolean isDifferent() {
        return different;
    }

    boolean seenBy(OrganizationId organization) {
        return seenBy.contains(organization);
    }

    boolean acknowledged(OrganizationId by, Text reason) {
        return reason.equals(acknowledged.get(by));
    }
}
