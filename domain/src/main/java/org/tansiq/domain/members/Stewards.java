package org.tansiq.domain.members;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Who the stewards of one coalition are: the boundary of the rule that there always is one. */
@EventSourcedEntity(tagKey = Tags.STEWARDS)
record Stewards(Set<OrganizationId> organizations) {
    Stewards {
        organizations = Set.copyOf(organizations);
    }

    @EntityCreator
    Stewards() {
        this(Set.of());
    }

    @EventSourcingHandler
    Stewards on(CoalitionFounded founded) {
        return with(founded.founder());
    }

    @EventSourcingHandler
    Stewards on(StewardAppointed appointed) {
        return with(appointed.organization());
    }

    @EventSourcingHandler
    Stewards on(StewardSteppedDown down) {
        return without(down.organization());
    }

    @EventSourcingHandler
    Stewards on(OrganizationLeft left) {
        return without(left.organization());
    }

    /** Whoever alone is steward stays one until another is appointed. */
    void requireAnotherThan(OrganizationId organization) {
        if (organizations.equals(Set.of(organization))) {
            throw new Conflict("last-steward");
        }
    }

    private Stewards with(OrganizationId organization) {
        return new Stewards(
                Stream.concat(organizations.stream(), Stream.of(organization)).collect(Collectors.toSet()));
    }

    private Stewards without(OrganizationId organization) {
        return new Stewards(organizations.stream()
                .filter(steward -> !steward.equals(organization))
                .collect(Collectors.toSet()));
    }
}
