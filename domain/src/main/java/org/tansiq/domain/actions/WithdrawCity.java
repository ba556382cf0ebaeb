package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** Whoever committed a city gives it back; what was to take place there is cancelled. */
@Command(namespace = "actions", name = "WithdrawCity")
public record WithdrawCity(
        CoalitionId coalition,
        SynchronizedId synchronizedAction,
        CityId city,
        OrganizationId by,
        Text message,
        Instant at) {
    public WithdrawCity {
        Limits.text("message", message);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, city);
    }
}
