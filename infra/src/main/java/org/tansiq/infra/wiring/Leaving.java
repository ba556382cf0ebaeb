package org.tansiq.infra.wiring;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.Replay;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.GivingBack;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.tasks.TaskBoard;

/**
 * The automation that gives back what an organisation held when it left. It may come to the same event again, and its
 * commands change nothing twice.
 *
 * <p>What there is to give back is what the organisation held at the position of its leaving, folded from the log up to
 * there: after it, decisions read the membership and it takes nothing more, unless it joins again, and what it takes then
 * is its own.
 */
final class Leaving implements Follower.Work {
    static final String NAME = "giving-back";
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final List<Projection> HELD =
            List.of(new TaskBoard(), new Calendar(), new Coverage(), new Inventory());

    private final LoggedFacts facts;
    private final Replay replay;
    private final Commands commands;

    Leaving(LoggedFacts facts, Commands commands) {
        this.facts = facts;
        this.replay = new Replay(facts);
        this.commands = commands;
    }

    @Override
    public void after(long position, StoredEvent event) {
        if (facts.decode(position, event).fact() instanceof OrganizationLeft left) {
            giveBack(position, event, left);
        }
    }

    private void giveBack(long position, StoredEvent event, OrganizationLeft left) {
        for (var step : GivingBack.steps(left, held(position, left))) {
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
    private @Nullable Refusal refusal(StoredEvent event, OrganizationLeft left, Object command) {
        var key = UUID.nameUUIDFromBytes((event.id() + " " + command).getBytes(StandardCharsets.UTF_8));
        try {
            commands.carryOut(command, Actor.automation(left.organization()), key.toString(), event.id());
            return null;
        } catch (Refusal refused) {
            return refused;
        }
    }

    private GivingBack.Holdings held(long position, OrganizationLeft left) {
        var then = replay.of(HELD, left.coalition().value(), position);
        return new GivingBack.Holdings(
                then.all(TaskBoard.TASKS),
                then.all(Calendar.ACTIONS),
                then.all(Coverage.CITIES),
                then.all(Inventory.RESOURCES));
    }
}
