package org.tansiq.domain.actions;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to an action. */
public sealed interface ActionEvent extends Fact
        permits ActionScheduled,
                ActionRescheduled,
                ActionCancelled,
                OrganizerJoined,
                OrganizerLeft,
                OverlapAcknowledged,
                ActionShown,
                MergeProposed,
                MergeDeclined,
                ActionsMerged,
                MergeUndone,
                ActionApproached {
    CoalitionId coalition();

    ActionId action();
}
