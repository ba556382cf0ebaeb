package org.tansiq.gateway.rights;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.LiftActionEmbargo;
import org.tansiq.domain.resources.LiftResourceEmbargo;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.tasks.LiftTaskEmbargo;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/**
 * Lifts embargoes when they are due, by a command in the name of whose the thing is: what was hidden shows when the event of
 * that is in the log. Every node does it, and the second to come changes nothing. What was due while no server ran is lifted
 * when one runs again.
 */
@Component
class LiftingEmbargoes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiftingEmbargoes.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Views views;
    private final Commands commands;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    LiftingEmbargoes(Views views, Commands commands, Clock clock) {
        this.views = views;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void start() {
        var looking = Thread.ofPlatform().daemon().name("lifting-embargoes").unstarted(this::run);
        thread = looking; // before it looks whether it is there
        looking.start();
    }

    @Override
    public void stop() {
        var lifting = thread;
        thread = null;
        if (lifting != null) {
            LockSupport.unpark(lifting);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                lift(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Embargoes will be looked at again in a moment: {}",
                        failure.getClass().getName());
            }
            LockSupport.parkNanos(this, EVERY.toNanos());
        }
    }

    private void lift(Instant now) {
        for (var task : views.find(TaskBoard.TASKS, Guarded.EMBARGOED)) {
            lift(task, now);
        }
        for (var action : views.find(Calendar.ACTIONS, Guarded.EMBARGOED)) {
            lift(action, now);
        }
        for (var resource : views.find(Inventory.RESOURCES, Guarded.EMBARGOED)) {
            lift(resource, now);
        }
    }

    private void lift(Guarded row, Instant now) {
        var due = row.nextEmbargo();
        // Nobody is left to speak for an action that was merged into another and left by all.
        if (due == null || due.isAfter(now) || row.own().isEmpty()) {
            return;
        }
        try {
            carryOut(row, now);
        } catch (Refusal refused) {
            LOG.warn("An embargo that is due was not lifted: {}", refused.code());
        } catch (RuntimeException failure) { // the others are lifted all the same
            LOG.warn(
                    "An embargo that is due will be lifted with the next look: {}",
                    failure.getClass().getName());
        }
    }

    private void carryOut(Guarded row, Instant now) {
        var coalition = new CoalitionId(row.coalition());
        switch (row) {
            case TaskRow task -> {
                var by = new OrganizationId(task.openedBy());
                carryOut(new LiftTaskEmbargo(coalition, new TaskId(task.id()), by, now, now), by);
            }
            case ActionRow action -> {
                var by = new OrganizationId(action.organizers().getFirst());
                carryOut(new LiftActionEmbargo(coalition, new ActionId(action.id()), by, now, now), by);
            }
            case ResourceRow resource -> {
                var by = new OrganizationId(resource.owner());
                carryOut(new LiftResourceEmbargo(coalition, new ResourceId(resource.id()), by, now, now), by);
            }
            default -> throw new IllegalArgumentException("Nothing lifts the embargo of " + row.getClass() + ".");
        }
    }

    private void carryOut(Object command, OrganizationId by) {
        commands.carryOut(command, Actor.automation(by), null);
    }
}
