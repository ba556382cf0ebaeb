package org.tansiq.infra.wiring;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.ProjectionStatus;
import org.tansiq.infra.rows.Request;
import org.tansiq.infra.rows.RowStore;

/**
 * What an operator sees of the projections and does about them. Any node takes a request; the one that holds the
 * projection's lease carries it out, and the answer is waited for at most 5 s. {@link Outcome#NO_ANSWER} comes when it took
 * longer or nobody holds the lease just now: what was not begun then is not done later.
 *
 * <p>Every method but {@link #projections} throws {@link NotFound} {@code no-such-projection} for a name that none has.
 */
public final class Operations {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final RowStore store;
    private final Map<String, ProjectionRunner> runners = new LinkedHashMap<>();

    Operations(RowStore store, Collection<ProjectionRunner> running) {
        this.store = store;
        running.forEach(runner -> runners.put(runner.edition().projection(), runner));
    }

    /** How they are doing, as this node sees it. It answers when a store is out of reach, too. */
    public List<ProjectionStatus> projections() {
        return runners.values().stream().map(ProjectionRunner::status).toList();
    }

    /**
     * Builds the rows anew beside those that serve.
     *
     * @return {@link Outcome#DONE} once it has begun, or {@link Outcome#ALREADY_REBUILDING}
     */
    public Outcome rebuild(String projection) {
        return ask(projection, Request.Kind.REBUILD, -1, "");
    }

    /**
     * The events that could not be applied, those that are skipped too, in the order of the log.
     *
     * @throws org.tansiq.infra.rows.Rebuilding while the rows are built for the first time
     */
    public List<Parked> parked(String projection) {
        return store.serving(runner(projection).edition()).parked();
    }

    /**
     * Applies a parked event after all, and repairs what later events of its coalition have built on the gap.
     *
     * @return {@link Outcome#DONE}, {@link Outcome#STILL_FAILING}, {@link Outcome#NOT_PARKED}, or
     *     {@link Outcome#REBUILD_NEEDED} for an event that is of no coalition
     */
    public Outcome retry(String projection, long position) {
        return ask(projection, Request.Kind.RETRY, position, "");
    }

    /**
     * Goes without a parked event. It stays listed, with the reason, after rebuilds too, and may still be retried.
     *
     * @return {@link Outcome#DONE} or {@link Outcome#NOT_PARKED}
     * @throws Invalid {@code text-too-long} for a reason of more than 200 UTF-16 units
     */
    public Outcome skip(String projection, long position, String reason) {
        if (reason.length() > Parked.REASON_LENGTH_MAX) {
            throw new Invalid(
                    "text-too-long", "reason", Map.of("max", Parked.REASON_LENGTH_MAX, "length", reason.length()));
        }
        return ask(projection, Request.Kind.SKIP, position, reason);
    }

    private Outcome ask(String projection, Request.Kind kind, long position, String reason) {
        return runner(projection).ask(new Request(UUID.randomUUID().toString(), kind, position, reason), ANSWER_MAX);
    }

    private ProjectionRunner runner(String projection) {
        var runner = runners.get(projection);
        if (runner == null) {
            throw new NotFound("projection", projection);
        }
        return runner;
    }
}
