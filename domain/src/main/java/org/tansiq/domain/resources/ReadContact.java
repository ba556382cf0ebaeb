package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** A member wants to know who a contact is that is lent to it at this moment. */
@Command(namespace = "resources", name = "ReadContact")
public record ReadContact(
        CoalitionId coalition, @TargetEntityId ResourceId resource, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
