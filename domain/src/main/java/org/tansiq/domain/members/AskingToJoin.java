package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;

/** A registered organisation that does not belong asks to be let in; one open request is enough. */
public final class AskingToJoin {
    @CommandHandler
    void handle(
            AskToJoin command,
            @InjectEntity(idProperty = "coalition") Coalition coalition,
            @InjectEntity(idProperty = "by") Organization organization,
            @InjectEntity Membership membership,
            EventAppender events) {
        organization.required(command.by());
        coalition.required(command.coalition());
        events.append(decide(command, membership.state()));
    }

    static List<MemberEvent> decide(AskToJoin ask, Membership.State state) {
        return switch (state) {
            case Membership.Inside inside -> throw new Conflict("already-member");
            case Membership.Outside outside when outside.request() != null -> List.of();
            case Membership.Outside outside ->
                List.of(new JoinRequested(ask.coalition(), ask.request(), ask.by(), ask.message(), ask.at()));
        };
    }
}
