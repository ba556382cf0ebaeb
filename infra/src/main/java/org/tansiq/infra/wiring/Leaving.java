package org.tansiq.infra.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LoggedEvent;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.GivingBack;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Keys;
import org.tansiq.projections.tasks.TaskBoard;

/**
 * The automation that gives back what an organisation held when it left. It reads the log behind the projections and
 * remembers how far it is; after a crash it begins again with the same event, and its commands change nothing twice.
 *
 * <p>Whoever has left takes nothing more: decisions read the membership. So the rows at the position of the leaving hold
 * all that there is to give back.
 */
final class Leaving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final String NAME = "giving-back";
    private static final int VERSION = 1;
    private static final int EVENTS_AT_ONCE = 500;
    private static final Duration VIEWS_PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 250;
    private static final String LEFT = org.tansiq.infra.json.EventTypes.nameOf(OrganizationLeft.class);

    private final LogEventStorageEngine log;
    private final LoggedFacts facts;
    private final RowStore rows;
    private final Views views;
    private final Commands commands;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::run);
    private volatile boolean closed;

    Leaving(LogEventStorageEngine log, LoggedFacts facts, RowStore rows, Views views, Commands commands) {
        this.log = log;
        this.facts = facts;
        this.rows = rows;
        this.views = views;
        this.commands = commands;
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
            } catch (ProgressMoved elsewhere) {
                LOG.debug("Another node gives back.");
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Giving back what an organisation held will be tried again: {}",
                        failure.getClass().getName());
                sleep();
            }
        }
    }

    /** Whether there was anything to read. */
    private boolean step() {
        var progress = rows.progress(NAME);
        if (progress.version() != VERSION) {
            rows.reset(NAME, List.of(), progress, VERSION);
            progress = new Progress(VERSION, 0);
        }
        var events = log.read(progress.next(), EVENTS_AT_ONCE);
        if (events.isEmpty()) {
            return false;
        }
        for (var event : events) {
            if (event.event().name().equals(LEFT) && facts.recorded(event).fact() instanceof OrganizationLeft left) {
                giveBack(event, left);
            }
        }
        rows.write(new Batch(NAME, progress, events.getLast().position() + 1, List.of(), List.of()));
        return true;
    }

    private void giveBack(LoggedEvent event, OrganizationLeft left) {
        if (!views.await(event.position(), VIEWS_PATIENCE)) {
            throw new IllegalStateException("The views have not reached " + event.position() + " yet.");
        }
        var coalition = Keys.key(Tags.COALITION, left.coalition());
        var holdings = new GivingBack.Holdings(
                views.find(TaskBoard.TASKS, coalition),
                views.find(Calendar.ACTIONS, coalition),
                views.find(Coverage.SYNCHRONIZED, coalition),
                views.find(Inventory.RESOURCES, coalition));
        for (var command : GivingBack.commands(left, holdings)) {
            var key = UUID.nameUUIDFromBytes((event.event().id() + " " + command).getBytes(StandardCharsets.UTF_8));
            try {
                commands.carryOut(
                        command,
                        Actor.automation(left.organization()),
                        key.toString(),
                        event.event().id());
            } catch (Refusal refused) {
                LOG.warn("What an organisation held was not given back: {}", refused.code());
            }
        }
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
