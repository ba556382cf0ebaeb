package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * Somebody was refused a time and a city because of an action that they may not see; its organisers are told.
 *
 * @param by who wanted it; null if their own action is not for all of the coalition to know of
 * @param wanted when and in which city
 */
@Command(namespace = "actions", name = "TellOfApproach")
public record TellOfApproach(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        @Nullable OrganizationId by,
        Slot wanted,
        Instant at) {
    public TellOfApproach {
        Slot.check(wanted);
    }
}
