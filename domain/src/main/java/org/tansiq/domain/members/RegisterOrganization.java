package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** An organisation makes itself known. */
@Command(namespace = "members", name = "RegisterOrganization")
public record RegisterOrganization(@TargetEntityId OrganizationId organization, Text name, Instant at) {
    public RegisterOrganization {
        Limits.name("name", name);
    }
}
