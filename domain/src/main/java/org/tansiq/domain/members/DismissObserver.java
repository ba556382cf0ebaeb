package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A steward, or the observer itself, ends its watching. */
@Command(namespace = "members", name = "DismissObserver")
public record DismissObserver(CoalitionId coalition, OrganizationId organization, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    @TargetEntityId
    public MembershipId observer() {
        return new MembershipId(coalition, organization);
    }
}
