package org.tansiq.gateway.sessions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Merging;
import org.tansiq.projections.sessions.SessionRow;
import org.tansiq.projections.tasks.TaskRow;

/**
 * A session with what its reader sees prepared for it.
 *
 * @param lacks whether the lead time has run out with nothing prepared
 * @param actions that are meant for it, by when they begin; in the place of one that was merged into another, the other
 * @param tasks for those actions that are not done yet
 */
public record Prepared(SessionRow session, boolean lacks, List<ActionRow> actions, List<TaskRow> tasks) {
    static Prepared of(SessionRow session, Map<String, ActionRow> actions, List<TaskRow> tasks, Instant now) {
        var meant = session.actions().stream()
                .map(actions::get)
                .filter(Objects::nonNull)
                .map(action -> standing(action, actions))
                .distinct()
                .sorted(Comparator.comparing(ActionRow::from).thenComparing(ActionRow::id))
                .toList();
        return new Prepared(
                session,
                session.lacks(now, meant.stream().anyMatch(action -> action.status() != ActionRow.Status.CANCELLED)),
                meant,
                tasks.stream()
                        .filter(task -> task.state() == TaskRow.State.OPEN || task.state() == TaskRow.State.HELD)
                        .filter(task -> isFor(task, session, meant))
                        .sorted(Comparator.comparing(TaskRow::id))
                        .toList());
    }

    private static boolean isFor(TaskRow task, SessionRow session, List<ActionRow> meant) {
        var action = task.standsAt();
        return action != null
                && (session.actions().contains(task.action())
                        || meant.stream().anyMatch(one -> one.id().equals(action)));
    }

    /** The one that it is one with now, as far as that may be seen. */
    private static ActionRow standing(ActionRow action, Map<String, ActionRow> actions) {
        var now = action;
        for (var next = into(now, actions); next != null; next = into(now, actions)) {
            now = next;
        }
        return now;
    }

    private static @Nullable ActionRow into(ActionRow action, Map<String, ActionRow> actions) {
        var into = Merging.of(action).into();
        return into == null ? null : actions.get(into);
    }

    /** Those that lack something first, then by when they begin. */
    static Comparator<Prepared> order() {
        return Comparator.comparing(Prepared::lacks)
                .reversed()
                .thenComparing(prepared -> prepared.session().from())
                .thenComparing(prepared -> prepared.session().id());
    }
}
