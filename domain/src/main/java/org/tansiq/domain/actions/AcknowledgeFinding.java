package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/**
 * An organiser of one of two actions goes on with it knowing of the other.
 *
 * @param reason in at least one language
 */
@Command(namespace = "actions", name = "AcknowledgeFinding")
public record AcknowledgeFinding(@TargetEntityId FindingId finding, OrganizationId by, Text reason, Instant at) {
    public AcknowledgeFinding {
        Limits.name("reason", reason);
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
