package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** Stewards make other members stewards. */
public final class AppointingStewards {
    @CommandHandler
    void handle(
            AppointSteward command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Membership appointed,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        events.append(decide(command, appointed.state()));
    }

    static List<MemberEvent> decide(AppointSteward appoint, Membership.State state) {
        return switch (state) {
            case Membership.Outside outside ->
                throw new NotFound("organization", appoint.organization(), "organization");
            case Membership.Steward steward -> List.of();
            case Membership.Member member ->
                List.of(new StewardAppointed(appoint.coalition(), appoint.organization(), appoint.by(), appoint.at()));
        };
    }
}
