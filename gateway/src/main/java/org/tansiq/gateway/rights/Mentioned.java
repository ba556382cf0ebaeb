package org.tansiq.gateway.rights;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/**
 * What a request names beside what it is about. Decisions know whether it is there; that it is not there for one who may not
 * see it is looked after here.
 */
@Component
public class Mentioned {
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Access access;
    private final Sights sights;
    private final Views views;

    Mentioned(Access access, Sights sights, Views views) {
        this.access = access;
        this.sights = sights;
        this.views = views;
    }

    public ActionId action(SignedIn me, CoalitionId coalition, ActionId action) {
        if (isHidden(me, coalition, Calendar.ACTIONS, action.value())) {
            throw new NotFound("action", action, "action");
        }
        return action;
    }

    public TaskId task(SignedIn me, CoalitionId coalition, TaskId task) {
        if (isHidden(me, coalition, TaskBoard.TASKS, task.value())) {
            throw new NotFound("task", task, "task");
        }
        return task;
    }

    private boolean isHidden(SignedIn me, CoalitionId coalition, View<? extends Row> view, String id) {
        views.catchUp(view, WAIT_MAX);
        var sight = sights.of(access.knows(me, coalition), coalition);
        return views.get(view, id).filter(row -> sight.row(row).isEmpty()).isPresent();
    }
}
