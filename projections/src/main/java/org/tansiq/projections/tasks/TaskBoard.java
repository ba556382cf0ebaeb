package org.tansiq.projections.tasks;

import static org.tansiq.projections.shared.Keys.key;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.tasks.HandOverDeclined;
import org.tansiq.domain.tasks.HandOverOffered;
import org.tansiq.domain.tasks.TaskCancelled;
import org.tansiq.domain.tasks.TaskClaimed;
import org.tansiq.domain.tasks.TaskCompleted;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.domain.tasks.TaskHandedOver;
import org.tansiq.domain.tasks.TaskOpened;
import org.tansiq.domain.tasks.TaskReleased;
import org.tansiq.domain.tasks.TaskShown;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** Who does what since when, and what nobody does yet. */
public final class TaskBoard implements Projection {
    public static final View<TaskRow> TASKS = new View<>("tasks", TaskRow.class);

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<View<?>> views() {
        return List.of(TASKS);
    }

    @Override
    public void apply(Recorded event, Rows rows) {
        if (event.fact() instanceof TaskEvent fact) {
            apply(fact, rows);
        } else if (event.fact() instanceof ActionsMerged e) {
            under(e.gone(), rows, row -> row.merged(e.gone().value(), e.action().value()));
        } else if (event.fact() instanceof MergeUndone e) {
            under(e.gone(), rows, row -> row.undone(e.gone().value(), e.action().value()));
        }
    }

    private static void apply(TaskEvent fact, Rows rows) {
        switch (fact) {
            case TaskOpened e -> rows.put(TASKS, opened(e));
            case TaskClaimed e -> change(e, rows, row -> row.heldBy(e.by().value(), e.at()));
            case TaskReleased e -> change(e, rows, row -> row.open(e.at()));
            case HandOverOffered e -> change(e, rows, row -> row.offeredTo(e.to().value()));
            case HandOverDeclined e -> change(e, rows, row -> row.offeredTo(null));
            case TaskHandedOver e -> change(e, rows, row -> row.heldBy(e.to().value(), e.at()));
            case TaskCompleted e -> change(e, rows, row -> row.doneBy(e.by().value(), e.at()));
            case TaskCancelled e -> change(e, rows, row -> row.cancelled(e.reason(), e.at()));
            case TaskShown e -> change(e, rows, row -> row.shown(e.visibility()));
        }
    }

    private static TaskRow opened(TaskOpened e) {
        return new TaskRow(
                e.task().value(),
                e.coalition().value(),
                e.title(),
                e.needed(),
                e.due(),
                e.action() == null ? null : e.action().value(),
                List.of(),
                e.by().value(),
                TaskRow.State.OPEN,
                null,
                null,
                e.at(),
                null,
                e.visibility(),
                null);
    }

    /** Of the tasks for an action, also those that came to it from another. */
    private static void under(ActionId action, Rows rows, UnaryOperator<TaskRow> to) {
        for (var row : rows.find(TASKS, key("action", action))) {
            rows.put(TASKS, to.apply(row).after(row));
        }
    }

    private static void change(TaskEvent event, Rows rows, UnaryOperator<TaskRow> to) {
        rows.get(TASKS, event.task().value())
                .ifPresent(row -> rows.put(TASKS, to.apply(row).after(row)));
    }
}
