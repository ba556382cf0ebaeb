package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** Stewards let in whoever asked, and each request lets in only once. */
public final class AdmittingOrganizations {
    @CommandHandler
    void handle(
            AdmitOrganization command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Membership asking,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        events.append(decide(command, asking.state()));
    }

    static List<MemberEvent> decide(AdmitOrganization admit, Membership.State asking) {
        return switch (asking) {
            case Membership.Outside outside
            when admit.request().equals(outside.request()) ->
                List.of(new OrganizationJoined(
                        admit.coalition(), admit.organization(), null, admit.request(), admit.at()));
            case Membership.Inside inside when admit.request().equals(inside.request()) -> List.of();
            case Membership.State other -> throw new NotFound("join-request", admit.request());
        };
    }
}
