package org.tansiq.domain.tasks;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * The embargo of a task ends.
 *
 * @param dueBy only an embargo that was to last until then or less; null: any
 */
@Command(namespace = "tasks", name = "LiftTaskEmbargo")
public record LiftTaskEmbargo(
        CoalitionId coalition,
        @TargetEntityId TaskId task,
        OrganizationId by,
        @Nullable Instant dueBy,
        Instant at) {}
