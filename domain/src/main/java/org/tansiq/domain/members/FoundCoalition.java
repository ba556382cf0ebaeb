package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** An organisation begins a coalition. */
@Command(namespace = "members", name = "FoundCoalition")
public record FoundCoalition(
        @TargetEntityId CoalitionId coalition, Text name, Text purpose, OrganizationId by, Instant at) {
    public FoundCoalition {
        Limits.name("name", name);
        Limits.text("purpose", purpose);
    }
}
