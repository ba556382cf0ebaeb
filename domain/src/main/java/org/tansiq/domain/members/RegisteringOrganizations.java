package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Conflict;

/** An identifier belongs to the organisation that took it first. */
public final class RegisteringOrganizations {
    @CommandHandler
    void handle(RegisterOrganization command, @InjectEntity Organization organization, EventAppender events) {
        events.append(decide(command, organization.registered()));
    }

    static List<MemberEvent> decide(RegisterOrganization register, @Nullable OrganizationRegistered already) {
        if (already == null) {
            return List.of(new OrganizationRegistered(register.organization(), register.name(), register.at()));
        }
        if (already.name().equals(register.name())) {
            return List.of();
        }
        throw new Conflict("organization-exists");
    }
}
