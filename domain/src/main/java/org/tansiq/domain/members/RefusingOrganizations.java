package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** Stewards refuse only requests that are open. */
public final class RefusingOrganizations {
    @CommandHandler
    void handle(
            RefuseOrganization command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Membership asking,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        events.append(decide(command, asking.state()));
    }

    static List<MemberEvent> decide(RefuseOrganization refuse, Membership.State asking) {
        return switch (asking) {
            case Membership.Outside outside
            when refuse.request().equals(outside.request()) ->
                List.of(new JoinRefused(
                        refuse.coalition(), refuse.request(), refuse.organization(), refuse.by(), refuse.at()));
            case Membership.State other -> throw new NotFound("join-request", refuse.request());
        };
    }
}
