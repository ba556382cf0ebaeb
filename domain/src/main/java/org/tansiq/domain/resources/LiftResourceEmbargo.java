package org.tansiq.domain.resources;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * The embargo of a resource ends.
 *
 * @param dueBy only an embargo that was to last until then or less; null: any
 */
@Command(namespace = "resources", name = "LiftResourceEmbargo")
public record LiftResourceEmbargo(
        CoalitionId coalition,
        @TargetEntityId ResourceId resource,
        OrganizationId by,
        @Nullable Instant dueBy,
        Instant at) {}
