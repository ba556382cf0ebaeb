package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** An organisation that nobody invited asks to be let in. */
@Command(namespace = "members", name = "AskToJoin")
public record AskToJoin(CoalitionId coalition, JoinRequestId request, OrganizationId by, Text message, Instant at) {
    public AskToJoin {
        Limits.text("message", message);
    }

    @TargetEntityId
    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
