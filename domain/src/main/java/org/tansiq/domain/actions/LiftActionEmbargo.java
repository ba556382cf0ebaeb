package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * The embargo of an action, and that of its venue, end.
 *
 * @param dueBy only an embargo that was to last until then or less; null: any
 */
@Command(namespace = "actions", name = "LiftActionEmbargo")
public record LiftActionEmbargo(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        @Nullable Instant dueBy,
        Instant at) {}
