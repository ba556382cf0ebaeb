package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;

/** Stewards invite; who belongs already cannot be invited, and one open invitation is enough. */
public final class InvitingOrganizations {
    @CommandHandler
    void handle(
            InviteOrganization command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity(idProperty = "organization") Organization organization,
            @InjectEntity Membership invited,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        organization.required(command.organization());
        events.append(decide(command, invited.state()));
    }

    static List<MemberEvent> decide(InviteOrganization invite, Membership.State invited) {
        return switch (invited) {
            case Membership.Inside inside -> throw new Conflict("already-member");
            case Membership.Outside outside when outside.invitation() != null -> List.of();
            case Membership.Outside outside ->
                List.of(new OrganizationInvited(
                        invite.coalition(), invite.invitation(), invite.organization(), invite.by(), invite.at()));
        };
    }
}
