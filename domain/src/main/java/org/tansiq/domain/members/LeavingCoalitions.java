package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;

/** A member may leave at any time, while a steward remains. */
public final class LeavingCoalitions {
    @CommandHandler
    void handle(
            LeaveCoalition command,
            @InjectEntity Membership membership,
            @InjectEntity(idProperty = "coalition") Stewards stewards,
            EventAppender events) {
        events.append(decide(command, membership, stewards));
    }

    static List<MemberEvent> decide(LeaveCoalition leave, Membership membership, Stewards stewards) {
        if (!membership.belongs()) {
            return List.of();
        }
        stewards.requireAnotherThan(leave.by());
        return List.of(new OrganizationLeft(leave.coalition(), leave.by(), leave.at()));
    }
}
