package org.tansiq.infra.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.history.TooManyReplays;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.Replay;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.View;

/**
 * A coalition's views as they once were, folded from its events when they are asked for. A position means the state after
 * the event that has it; -1 is before the first. What the answer costs grows with the coalition's events before it, and its
 * rows are in memory meanwhile, so only a few are made at a time.
 */
public final class Replays {
    private static final int AT_ONCE_MAX = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LogReading log;
    private final Replay replay;
    private final ToldRows told;
    private final Map<String, Projection> writers = new HashMap<>();
    private final Semaphore turns;
    private final Duration patience;

    Replays(LogReading log, EventSource facts, Collection<Projection> projections, ToldRows told) {
        this(log, facts, projections, told, AT_ONCE_MAX, PATIENCE);
    }

    Replays(
            LogReading log,
            EventSource facts,
            Collection<Projection> projections,
            ToldRows told,
            int atOnceMax,
            Duration patience) {
        this.log = log;
        this.told = told;
        this.replay = new Replay(facts);
        this.turns = new Semaphore(atOnceMax, true);
        this.patience = patience;
        for (var projection : projections) {
            projection.views().forEach(view -> writers.put(view.name(), projection));
        }
    }

    /** Position of the last event there is; -1 before the first. */
    public long last() {
        return log.head() - 1;
    }

    /**
     * The position that an instant means: that of the last event of the coalition that was recorded at it or before. The
     * clocks of nodes differ, so later events of the log may bear earlier times. Of two events the one that the log has
     * later is the later one, and all before the last that fits are counted in, whatever their times are. Other
     * coalitions' events do not matter.
     *
     * @return -1 if none was recorded by then
     * @throws TooManyReplays as with the rows
     */
    public long position(CoalitionId coalition, Instant at) {
        return inTurn(() -> new CoalitionEvents(log, coalition.value()).lastAt(at));
    }

    /**
     * The rows as they were, in the order of their ids.
     *
     * @throws TooManyReplays if others are at it, and still are after 2 s
     */
    public <R extends Row> List<R> find(View<R> view, CoalitionId coalition, long position) {
        return read(
                view,
                coalition,
                position,
                rows -> rows.find(view, key(coalition)).stream()
                        .map(row -> told.row(view, Json.write(row)))
                        .toList());
    }

    /** One row of the coalition as it was. */
    public <R extends Row> Optional<R> get(View<R> view, CoalitionId coalition, String id, long position) {
        return read(
                view,
                coalition,
                position,
                rows -> rows.get(view, id)
                        .filter(row -> row.keys().contains(key(coalition)))
                        .map(row -> told.row(view, Json.write(row))));
    }

    private <T> T read(View<?> view, CoalitionId coalition, long position, Function<RowsInMemory, T> answer) {
        var writer = writers.get(view.name());
        if (writer == null) {
            throw new IllegalArgumentException("No projection writes " + view.name() + ".");
        }
        return inTurn(() -> answer.apply(replay.of(writer, coalition.value(), position + 1)));
    }

    private interface Work<T> {
        T done();
    }

    private <T> T inTurn(Work<T> work) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyReplays();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyReplays();
        }
        try {
            return work.done();
        } finally {
            turns.release();
        }
    }

    private static String key(CoalitionId coalition) {
        return Keys.key(Tags.COALITION, coalition);
    }
}
