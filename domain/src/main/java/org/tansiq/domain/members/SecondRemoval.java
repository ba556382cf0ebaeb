package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A second member agrees to a removal, and it takes place.
 *
 * @param proposedBy whose proposal this is about, as the one who agrees has read it
 */
@Command(namespace = "members", name = "SecondRemoval")
public record SecondRemoval(
        CoalitionId coalition, OrganizationId organization, OrganizationId proposedBy, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public MembershipId proposer() {
        return new MembershipId(coalition, proposedBy);
    }

    @TargetEntityId
    public MembershipId concerned() {
        return new MembershipId(coalition, organization);
    }
}
