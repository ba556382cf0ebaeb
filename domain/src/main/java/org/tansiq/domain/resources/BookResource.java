package org.tansiq.domain.resources;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A member wants so much of a resource from {@code from} until just before {@code until}.
 *
 * @param until after {@code from}, by at most {@value #DAYS_MAX} days of 24 hours
 */
@Command(namespace = "resources", name = "BookResource")
public record BookResource(
        CoalitionId coalition,
        @TargetEntityId ResourceId resource,
        BookingId booking,
        OrganizationId by,
        int quantity,
        Instant from,
        Instant until,
        Purpose purpose,
        Instant at) {
    public static final int DAYS_MAX = 366;

    public BookResource {
        OfferResource.checkQuantity(quantity);
        Limits.time("from", from);
        if (!until.isAfter(from)) {
            throw new Invalid("end-before-start", "until");
        }
        if (Duration.between(from, until).compareTo(Duration.ofDays(DAYS_MAX)) > 0) {
            throw new Invalid("too-long", "until", Map.of("daysMax", DAYS_MAX));
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
