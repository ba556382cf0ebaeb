package org.tansiq.infra.wiring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.LeaseHold;
import org.tansiq.infra.rows.LeaseLost;
import org.tansiq.infra.rows.LeaseWatch;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.Replay;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.Settings;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.GivingBack;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.tasks.TaskBoard;

/**
 * The automation that gives back what an organisation held when it left. It reads the log behind the projections and
 * remembers how far it is, as a projection without rows does, on the node that holds the lease for it. After a crash, or
 * when a node that was thought dead wakes up, it comes to the same event again, and its commands change nothing twice.
 *
 * <p>What there is to give back is what the organisation held at the position of its leaving, folded from the log up to
 * there: after it, decisions read the membership and it takes nothing more, unless it joins again, and what it takes then
 * is its own.
 */
final class Leaving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final String NAME = "giving-back";
    private static final Edition EDITION = new Edition(NAME, 1);
    private static final int EVENTS_AT_ONCE = 20_000;
    /** Looking again at events that gave nothing back costs less than storing that they did not. */
    private static final int UNSTORED_EVENTS_MAX = 5_000;

    private static final long PAUSE_MILLIS = 250;
    private static final List<Projection> HELD =
            List.of(new TaskBoard(), new Calendar(), new Coverage(), new Inventory());
    private static final Selection LEAVINGS = Selection.of(EventCriteria.havingAnyTag()
            .andBeingOneOfTypes(new QualifiedName(EventTypes.nameOf(OrganizationLeft.class))));

    private record Found(long position, StoredEvent event) {}

    private final LogEventStorageEngine log;
    private final LoggedFacts facts;
    private final Replay replay;
    private final RowStore rows;
    private final String node;
    private final Settings settings;
    private final Commands commands;
    private final LeaseWatch watch;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::run);
    private @Nullable LeaseHold hold;
    private @Nullable Progress progress;
    /** Position of the next event to look at. */
    private long next;

    private volatile boolean closed;

    Leaving(
            LogEventStorageEngine log,
            LoggedFacts facts,
            RowStore rows,
            String node,
            Settings settings,
            Commands commands) {
        this.log = log;
        this.facts = facts;
        this.replay = new Replay(facts);
        this.rows = rows;
        this.node = node;
        this.settings = settings;
        this.commands = commands;
        this.watch = new LeaseWatch(settings.lease());
    }

    void start() {
        thread.start();
    }

    void moved() {
        wakes.release();
    }

    private void run() {
        while (!closed) {
            try {
                if (!step()) {
                    sleep();
                }
            } catch (LeaseLost elsewhere) {
                LOG.debug("Another node gives back.");
                giveUp();
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Giving back what an organisation held will be tried again: {}",
                        failure.getClass().getName());
                progress = null;
                sleep();
            }
        }
        giveUp();
    }

    /** Whether there was anything to do. */
    private boolean step() {
        var held = hold;
        if (held == null) {
            return take();
        }
        held.require();
        var from = progress;
        if (from == null) {
            from = resume(held.term());
            progress = from;
            next = from.next();
            return true;
        }
        var head = log.head();
        if (next >= head) {
            return false;
        }
        var to = Math.min(head, next + EVENTS_AT_ONCE);
        var leavings = leavings(next, to);
        for (var event : leavings) {
            if (facts.decode(event.position(), event.event()).fact() instanceof OrganizationLeft left) {
                giveBack(event, left);
            }
        }
        next = to;
        if (!leavings.isEmpty() || next - from.next() >= UNSTORED_EVENTS_MAX) {
            var batch = Batch.of(EDITION, held.term(), from, next, List.of(), List.of());
            rows.write(batch);
            progress = batch.to();
        }
        return true;
    }

    private List<Found> leavings(long from, long to) {
        var found = new ArrayList<Found>();
        log.query(LEAVINGS, from, to, (position, event) -> found.add(new Found(position, event)));
        return found;
    }

    private boolean take() {
        var lease = rows.standing(EDITION).lease();
        if (!watch.isOver(lease)) {
            return false;
        }
        var taken = rows.take(EDITION, lease, node);
        taken.ifPresent(now -> hold = LeaseHold.of(rows, EDITION, now, settings.beat()));
        return taken.isPresent();
    }

    private Progress resume(long term) {
        var serving = rows.resume(EDITION).serving();
        if (serving != null) {
            return serving.progress();
        }
        var begun = rows.begin(EDITION, term);
        rows.serve(EDITION, term, begun, null);
        return begun;
    }

    private void giveUp() {
        var held = hold;
        hold = null;
        progress = null;
        if (held != null) {
            held.close();
        }
    }

    private void giveBack(Found event, OrganizationLeft left) {
        for (var step : GivingBack.steps(left, held(event, left))) {
            var refusal = refusal(event, left, step.command());
            if (refusal != null && step.otherwise() != null) {
                refusal = refusal(event, left, step.otherwise());
            }
            if (refusal != null) {
                LOG.warn("What an organisation held was not given back: {}", refusal.code());
            }
        }
    }

    /** Carries it out, once however often it comes here; says why it was refused if it was. */
    private @Nullable Refusal refusal(Found event, OrganizationLeft left, Object command) {
        var key = UUID.nameUUIDFromBytes((event.event().id() + " " + command).getBytes(StandardCharsets.UTF_8));
        try {
            commands.carryOut(
                    command,
                    Actor.automation(left.organization()),
                    key.toString(),
                    event.event().id());
            return null;
        } catch (Refusal refused) {
            return refused;
        }
    }

    private GivingBack.Holdings held(Found event, OrganizationLeft left) {
        var then = replay.of(HELD, left.coalition().value(), event.position());
        return new GivingBack.Holdings(
                then.all(TaskBoard.TASKS),
                then.all(Calendar.ACTIONS),
                then.all(Coverage.CITIES),
                then.all(Inventory.RESOURCES));
    }

    private void sleep() {
        try {
            if (wakes.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        moved();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
