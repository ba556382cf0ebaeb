package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** What was booked is not needed after all, or the owner needs it back. */
@Command(namespace = "resources", name = "CancelBooking")
public record CancelBooking(
        CoalitionId coalition, @TargetEntityId ResourceId resource, BookingId booking, OrganizationId by, Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
