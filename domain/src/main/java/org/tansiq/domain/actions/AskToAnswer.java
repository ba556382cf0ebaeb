package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * Members are asked by name to answer a call, so that it is seen who has not.
 *
 * @param organizations 1 to 1,000, all of them members
 */
@Command(namespace = "actions", name = "AskToAnswer")
public record AskToAnswer(
        CoalitionId coalition,
        SynchronizedId synchronizedAction,
        Set<OrganizationId> organizations,
        OrganizationId by,
        Instant at) {
    public AskToAnswer {
        organizations = Organizations.checked("organizations", organizations);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
