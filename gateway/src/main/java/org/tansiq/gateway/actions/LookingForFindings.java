package org.tansiq.gateway.actions;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.RaiseFinding;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.shared.Recorded;

/**
 * Looks around every action that was scheduled or moved, and raises what the matcher finds in its own coalition. It comes after
 * the log, so nothing is left out while no server runs, and what it raises twice changes nothing.
 */
@Component
public class LookingForFindings implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LookingForFindings.class);
    private static final String NAME = "raising-findings";
    private static final Duration ROWS_PATIENCE = Duration.ofSeconds(5);

    private final Installation installation;
    private final Views views;
    private final Commands commands;
    private final Surroundings surroundings;
    private final Clock clock;
    private volatile Installation.@Nullable Following following;

    LookingForFindings(
            Installation installation, Views views, Commands commands, Surroundings surroundings, Clock clock) {
        this.installation = installation;
        this.views = views;
        this.commands = commands;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public void start() {
        following = installation.follow(NAME, Set.of(ActionScheduled.class, ActionRescheduled.class), this::look);
    }

    @Override
    public void stop() {
        var now = following;
        following = null;
        if (now != null) {
            now.close();
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Position of the next event that this node would look at, if it is the one that looks. */
    public long next() {
        var now = following;
        return now == null ? 0 : now.next();
    }

    private void look(Recorded event) {
        if (!views.await(Calendar.ACTIONS, event.position(), ROWS_PATIENCE)) {
            throw new IllegalStateException("The calendar has not come as far as what is to be looked at.");
        }
        if (event.fact() instanceof ActionEvent placed) {
            try {
                views.get(Calendar.ACTIONS, placed.action().value())
                        .filter(row -> row.status() == ActionRow.Status.SCHEDULED)
                        .ifPresent(this::look);
            } catch (Refusal
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NullPointerException
                    | ArithmeticException failure) {
                // A fault of the program, which another try would not mend; those behind it are not to wait for it.
                LOG.error("Nothing was looked for around the event at {}.", event.position(), failure);
            }
        }
    }

    private void look(ActionRow action) {
        var around = surroundings.around(action.place(), action.venue().at(), action.from(), action.until()).stream()
                .filter(other -> other.coalition().equals(action.coalition()))
                .toList();
        for (var near : surroundings.findings(surroundings.candidate(action), around)) {
            var pair = new FindingId(
                    new CoalitionId(action.coalition()),
                    new ActionId(action.id()),
                    new ActionId(near.action().id()));
            var finding = near.finding();
            commands.carryOut(
                    new RaiseFinding(
                            pair,
                            finding.relation(),
                            (int) Math.round(finding.score() * 100),
                            finding.grounds(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                    Actor.automation(new OrganizationId(action.organizers().getFirst())),
                    null);
        }
    }
}
