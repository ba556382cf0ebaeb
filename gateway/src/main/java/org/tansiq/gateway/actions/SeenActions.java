package org.tansiq.gateway.actions;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;

/** Finds the action that a request is about, as its reader sees it. */
@Component
class SeenActions {
    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Views views;
    private final Sights sights;

    SeenActions(Views views, Sights sights) {
        this.views = views;
        this.sights = sights;
    }

    /** As the log has it now: an action may be moved right after it was scheduled. */
    ActionRow row(Reader reader, CoalitionId coalition, ActionId action) {
        views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX);
        return views.get(Calendar.ACTIONS, action.value())
                .filter(row -> row.coalition().equals(coalition.value()))
                .flatMap(sights.of(reader, coalition)::row)
                .orElseThrow(() -> new NotFound("action", action));
    }
}
