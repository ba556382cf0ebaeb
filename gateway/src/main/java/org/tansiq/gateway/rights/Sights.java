package org.tansiq.gateway.rights;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/** Says what somebody sees of a coalition at this moment. */
@Component
public class Sights {
    private static final List<View<?>> DECIDING = List.of(TaskBoard.TASKS, Calendar.ACTIONS, Inventory.RESOURCES);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Views views;

    Sights(Views views) {
        this.views = views;
    }

    /**
     * As of a position that the rows to be shown have reached, or later: what they mention may have come just before them.
     *
     * @throws Behind if what it is decided by has not come so far within 2 s
     */
    public Sight of(Reader reader, CoalitionId coalition, long position) {
        if (!await(position, PATIENCE)) {
            throw new Behind();
        }
        return of(reader, coalition);
    }

    /** As the rows stand. */
    public Sight of(Reader reader, CoalitionId coalition) {
        var guarded = Guarded.guardedIn(coalition.value());
        return new Sight(
                reader,
                coalition.value(),
                views.find(TaskBoard.TASKS, guarded),
                views.find(Calendar.ACTIONS, guarded),
                views.find(Inventory.RESOURCES, guarded));
    }

    /** What is seen of the history up to {@link #position}. */
    public HistorySight ofHistory(Reader reader, CoalitionId coalition) {
        return new HistorySight(of(reader, coalition), views);
    }

    /**
     * How much of the history may be shown.
     *
     * @param head of the log
     * @return position of the first event that may not: nobody knows yet who may see it
     */
    public long shown(long head) {
        await(head - 1, PATIENCE);
        return Math.min(head, position() + 1);
    }

    /** Waits until the rows by which it is decided have reached a position, at most this long for each; whether they have. */
    public boolean await(long position, Duration atMost) {
        return DECIDING.stream().allMatch(view -> views.await(view, position, atMost));
    }

    /** How far the rows are by which it is decided: of what came after it nothing may go out yet. */
    public long position() {
        return DECIDING.stream().mapToLong(views::position).min().orElseThrow();
    }
}
