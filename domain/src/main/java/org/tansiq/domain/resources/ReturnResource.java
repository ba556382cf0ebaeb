package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** What was booked is back with its owner, early or in time. */
@Command(namespace = "resources", name = "ReturnResource")
public record ReturnResource(
        CoalitionId coalition, @TargetEntityId ResourceId resource, BookingId booking, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
