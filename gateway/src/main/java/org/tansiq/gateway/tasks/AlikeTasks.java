package org.tansiq.gateway.tasks;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.matching.TitleLikeness;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** Says which tasks are likely the same as another. It stands in the way of nothing. */
@Component
class AlikeTasks {
    private static final int MAX = 5;
    private static final String NONE = "";
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Views views;
    private final Sights sights;

    AlikeTasks(Views views, Sights sights) {
        this.views = views;
        this.sights = sights;
    }

    /** @param score from 0 to 1, the same title */
    record Alike(String task, Text title, TaskRow.State state, double score) {
        static final Comparator<Alike> STRONGEST_FIRST =
                Comparator.comparingDouble(Alike::score).reversed().thenComparing(Alike::task);
    }

    /** Among those still to do that the reader sees, the likest first, at most {@value #MAX}. */
    List<Alike> to(Text title, Reader reader, CoalitionId coalition) {
        return among(title, reader, coalition, NONE);
    }

    private List<Alike> among(Text title, Reader reader, CoalitionId coalition, String except) {
        views.catchUp(TaskBoard.TASKS, VIEW_WAIT_MAX);
        var sight = sights.of(reader, coalition);
        return views.find(TaskBoard.TASKS, Keys.key(Tags.COALITION, coalition)).stream()
                .filter(task -> isToDo(task) && !task.id().equals(except))
                .flatMap(task -> sight.row(task).stream())
                .flatMap(task -> TitleLikeness.of(title, task.title()).stream()
                        .mapToObj(score -> new Alike(task.id(), task.title(), task.state(), score)))
                .sorted(Alike.STRONGEST_FIRST)
                .limit(MAX)
                .toList();
    }

    /** For the answer of the command that opened one: what was done is done. */
    List<Alike> besides(String opened, Text title, Reader reader, CoalitionId coalition) {
        try {
            return among(title, reader, coalition, opened);
        } catch (Rebuilding later) {
            return List.of();
        }
    }

    private static boolean isToDo(TaskRow task) {
        return switch (task.state()) {
            case OPEN, HELD -> true;
            case DONE, CANCELLED -> false;
        };
    }
}
