package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** Only who was invited comes in by an invitation, and by each only once. */
public final class AcceptingInvitations {
    @CommandHandler
    void handle(AcceptInvitation command, @InjectEntity Membership membership, EventAppender events) {
        events.append(decide(command, membership.state()));
    }

    static List<MemberEvent> decide(AcceptInvitation accept, Membership.State state) {
        return switch (state) {
            case Membership.Outside outside
            when accept.invitation().equals(outside.invitation()) ->
                List.of(new OrganizationJoined(
                        accept.coalition(), accept.by(), accept.invitation(), null, accept.at()));
            case Membership.Inside inside when accept.invitation().equals(inside.invitation()) -> List.of();
            case Membership.State other -> throw new NotFound("invitation", accept.invitation());
        };
    }
}
