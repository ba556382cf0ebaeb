package org.tansiq.domain.tasks;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to a task. */
public sealed interface TaskEvent extends Fact
        permits TaskOpened,
                TaskClaimed,
                TaskReleased,
                HandOverOffered,
                HandOverDeclined,
                TaskHandedOver,
                TaskCompleted,
                TaskCancelled,
                TaskShown {
    CoalitionId coalition();

    TaskId task();
}
