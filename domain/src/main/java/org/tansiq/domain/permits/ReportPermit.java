package org.tansiq.domain.permits;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/**
 * An organiser tells how an action stands with those who permit it.
 *
 * @param note such as a reference, or the conditions; may be empty
 */
@Command(namespace = "permits", name = "ReportPermit")
public record ReportPermit(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        PermitState state,
        Text note,
        Instant at) {
    public ReportPermit {
        Limits.text("note", note);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
