package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** A member says, asked or not, that it will commit a city later or that it cannot. */
@Command(namespace = "actions", name = "AnswerCall")
public record AnswerCall(
        CoalitionId coalition,
        SynchronizedId synchronizedAction,
        OrganizationId by,
        CallResponse response,
        Text message,
        Instant at) {
    public AnswerCall {
        Limits.text("message", message);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public CallAnswerId answer() {
        return new CallAnswerId(synchronizedAction, by);
    }
}
