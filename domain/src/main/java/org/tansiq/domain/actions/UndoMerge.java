package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser of either side makes two actions again of what had become one.
 *
 * @param action the one that remained
 * @param acknowledged what came meanwhile to where the other stands again, as far as that is known
 */
@Command(namespace = "actions", name = "UndoMerge")
public record UndoMerge(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        ActionId gone,
        OrganizationId by,
        Set<ActionId> acknowledged,
        Instant at) {
    public UndoMerge {
        Merges.check(action, gone);
        acknowledged = ActionIds.checked("acknowledged", acknowledged);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
