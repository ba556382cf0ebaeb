package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/**
 * An organiser of one of two actions says that they have nothing to do with each other.
 *
 * @param reason may be empty
 */
@Command(namespace = "actions", name = "SayDifferent")
public record SayDifferent(@TargetEntityId FindingId finding, OrganizationId by, Text reason, Instant at) {
    public SayDifferent {
        Limits.nameIfAny("reason", reason);
    }

    public MembershipId membership() {
        return new MembershipId(finding.coalition(), by);
    }

    public ActionId one() {
        return finding.one();
    }

    public ActionId other() {
        return finding.other();
    }
}
