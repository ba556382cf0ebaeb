package org.tansiq.domain.members;

import java.util.Map;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/**
 * What the members of one coalition have agreed on, and whether other rules are proposed.
 *
 * @param agreed empty while nobody has agreed on anything
 */
@EventSourcedEntity
record Rules(Text agreed, State state) {
    sealed interface State {}

    /** Nothing is proposed. */
    record Settled() implements State {}

    record Proposed(OrganizationId by, Text rules) implements State {}

    /** Nothing is proposed, and these two agreed last. */
    record Agreed(OrganizationId proposedBy, OrganizationId by, RulesDigest digest) implements State {}

    @EntityCreator
    Rules() {
        this(new Text(Map.of()), new Settled());
    }

    /** Whoever leaves takes along what they proposed. */
    @EventCriteriaBuilder
    static EventCriteria boundary(CoalitionId id, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.RULES, id.value()))
                .andBeingOneOfTypes(types, RulesProposed.class, RulesAgreed.class, RulesWithdrawn.class)
                .or(EventCriteria.havingTags(Tag.of(Tags.COALITION, id.value()))
                        .andBeingOneOfTypes(types, OrganizationLeft.class));
    }

    @EventSourcingHandler
    Rules on(RulesProposed proposed) {
        return new Rules(agreed, new Proposed(proposed.by(), proposed.rules()));
    }

    @EventSourcingHandler
    Rules on(RulesAgreed agreement) {
        return new Rules(
                agreement.rules(),
                new Agreed(agreement.proposedBy(), agreement.by(), RulesDigest.of(agreement.rules())));
    }

    @EventSourcingHandler
    Rules on(RulesWithdrawn withdrawn) {
        return new Rules(agreed, new Settled());
    }

    @EventSourcingHandler
    Rules on(OrganizationLeft left) {
        return state instanceof Proposed proposed && proposed.by().equals(left.organization())
                ? new Rules(agreed, new Settled())
                : this;
    }

    /** Whether there is nothing in proposing this. */
    boolean isSo(Text rules, OrganizationId by) {
        return state instanceof Proposed open ? open.equals(new Proposed(by, rules)) : rules.equals(agreed);
    }
}
