package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/** The owner of a resource says who may see it. */
@Command(namespace = "resources", name = "ShowResource")
public record ShowResource(
        CoalitionId coalition,
        @TargetEntityId ResourceId resource,
        OrganizationId by,
        Visibility visibility,
        Instant at) {
    public ShowResource {
        Visibility.check("visibility", visibility);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
