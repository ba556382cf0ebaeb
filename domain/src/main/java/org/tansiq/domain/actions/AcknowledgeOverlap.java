package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.OrganizationId;

/**
 * An organiser of an action goes ahead knowing of others that overlap it now.
 *
 * @param overlapping 1 to 1,000 actions
 */
@Command(namespace = "actions", name = "AcknowledgeOverlap")
public record AcknowledgeOverlap(
        CoalitionId coalition,
        @TargetEntityId ActionId action,
        OrganizationId by,
        Set<ActionId> overlapping,
        Instant at) {
    public AcknowledgeOverlap {
        overlapping = ActionIds.checked("overlapping", overlapping);
        if (overlapping.isEmpty()) {
            throw new Invalid("nothing-named", "overlapping");
        }
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public ActionIds actions() {
        var all = new LinkedHashSet<>(overlapping);
        all.add(action);
        return new ActionIds(all);
    }
}
