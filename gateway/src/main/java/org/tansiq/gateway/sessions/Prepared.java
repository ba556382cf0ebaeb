package org.tansiq.gateway.sessions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.sessions.SessionRow;
import org.tansiq.projections.tasks.TaskRow;

/**
 * A session with what its reader sees prepared for it.
 *
 * @param lacks whether the lead time has run out with nothing prepared
 * @param actions that are meant for it, by when they begin
 * @param tasks for those actions that are not done yet
 */
public record Prepared(SessionRow session, boolean lacks, List<ActionRow> actions, List<TaskRow> tasks) {
    static Prepared of(SessionRow session, Map<String, ActionRow> actions, List<TaskRow> tasks, Instant now) {
        return new Prepared(
                session,
                session.lacks(now),
                session.actions().stream()
                        .filter(actions::containsKey)
                        .map(actions::get)
                        .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                        .toList(),
                tasks.stream()
                        .filter(task -> task.state() == TaskRow.State.OPEN || task.state() == TaskRow.State.HELD)
                        .filter(task ->
                                task.action() != null && session.actions().contains(task.action()))
                        .sorted(Comparator.comparing(TaskRow::id))
                        .toList());
    }

    /** Those that lack something first, then by when they begin. */
    static Comparator<Prepared> order() {
        return Comparator.comparing(Prepared::lacks)
                .reversed()
                .thenComparing(prepared -> prepared.session().from())
                .thenComparing(prepared -> prepared.session().id());
    }
}
