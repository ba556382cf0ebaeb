package org.tansiq.gateway.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionsCollide;
import org.tansiq.domain.actions.TellOfApproach;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Commands;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;

/** Parts what somebody ran into by what they may see of it, and tells the organisers of the rest. */
@Component
class Approaches {
    private final Views views;
    private final Commands commands;

    Approaches(Views views, Commands commands) {
        this.views = views;
        this.commands = commands;
    }

    /** @param unseen as they are: nobody who asked may have them */
    record Found(List<ActionRow> seen, List<ActionRow> unseen) {}

    /** @param eyes the row as whoever ran into it sees it, if they do */
    Found found(ActionsCollide collide, Function<ActionRow, Optional<ActionRow>> eyes) {
        var seen = new ArrayList<ActionRow>();
        var unseen = new ArrayList<ActionRow>();
        for (var action : collide.actions()) {
            views.get(Calendar.ACTIONS, action.value())
                    .ifPresent(row -> eyes.apply(row).ifPresentOrElse(seen::add, () -> unseen.add(row)));
        }
        return new Found(seen, unseen);
    }

    /**
     * Tells the organisers of each that somebody wanted its time; who, only where the coalition would know of what was
     * wanted.
     */
    void tell(
            CoalitionId coalition,
            OrganizationId by,
            Visibility visibility,
            ActionsCollide collide,
            List<ActionRow> unseen,
            Instant at) {
        var named = visibility.isForAll() ? by : null;
        for (var action : unseen) {
            commands.carryOut(
                    new TellOfApproach(coalition, new ActionId(action.id()), named, collide.wanted(), at),
                    Actor.automation(new OrganizationId(action.organizers().getFirst())),
                    null);
        }
    }
}
