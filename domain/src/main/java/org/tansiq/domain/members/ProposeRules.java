package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/**
 * A steward proposes what the members should agree on. Alone it does nothing: another member has to second it.
 *
 * @param rules all of them, not what changes; empty to have none any more
 */
@Command(namespace = "members", name = "ProposeRules")
public record ProposeRules(@TargetEntityId CoalitionId coalition, Text rules, OrganizationId by, Instant at) {
    public ProposeRules {
        Limits.text("rules", rules);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
