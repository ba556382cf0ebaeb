package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * A second member agrees to rules, and they are the coalition's.
 *
 * @param proposedBy whose proposal this is about, as the one who agrees has read it
 * @param digest of the rules that they have read
 */
@Command(namespace = "members", name = "SecondRules")
public record SecondRules(
        @TargetEntityId CoalitionId coalition,
        OrganizationId proposedBy,
        RulesDigest digest,
        OrganizationId by,
        Instant at) {
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
