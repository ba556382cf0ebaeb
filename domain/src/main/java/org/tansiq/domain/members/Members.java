package org.tansiq.domain.members;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Who belongs to a coalition: for what is decided about many of its members at once. */
@EventSourcedEntity
public record Members(Set<OrganizationId> organizations) {
    public Members {
        organizations = Set.copyOf(organizations);
    }

    @EntityCreator
    public Members() {
        this(Set.of());
    }

    @EventCriteriaBuilder
    static EventCriteria boundary(CoalitionId coalition, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.COALITION, coalition.value()))
                .andBeingOneOfTypes(types, CoalitionFounded.class, OrganizationJoined.class, OrganizationLeft.class);
    }

    @EventSourcingHandler
    Members on(CoalitionFounded founded) {
        return with(founded.founder());
    }

    @EventSourcingHandler
    Members on(OrganizationJoined joined) {
        return with(joined.organization());
    }

    @EventSourcingHandler
    Members on(OrganizationLeft left) {
        return new Members(organizations.stream()
                .filter(member -> !member.equals(left.organization()))
                .collect(Collectors.toSet()));
    }

    public boolean include(OrganizationId organization) {
        return organizations.contains(organization);
    }

    private Members with(OrganizationId organization) {
        return new Members(
                Stream.concat(organizations.stream(), Stream.of(organization)).collect(Collectors.toSet()));
    }
}
