package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** Only who was invited can say no to an invitation. */
public final class DecliningInvitations {
    @CommandHandler
    void handle(DeclineInvitation command, @InjectEntity Membership membership, EventAppender events) {
        events.append(decide(command, membership.state()));
    }

    static List<MemberEvent> decide(DeclineInvitation decline, Membership.State state) {
        return switch (state) {
            case Membership.Outside outside
            when decline.invitation().equals(outside.invitation()) ->
                List.of(new InvitationDeclined(decline.coalition(), decline.invitation(), decline.by(), decline.at()));
            case Membership.State other -> throw new NotFound("invitation", decline.invitation());
        };
    }
}
