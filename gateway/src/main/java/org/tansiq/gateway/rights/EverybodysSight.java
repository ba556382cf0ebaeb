package org.tansiq.gateway.rights;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.resources.ResourceRow;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.tasks.TaskBoard;
import org.tansiq.projections.tasks.TaskRow;

/** What those see of all coalitions who belong to none and need not sign in. */
@Component
public class EverybodysSight {
    private final Views views;

    EverybodysSight(Views views) {
        this.views = views;
    }

    public List<ActionRow> actions() {
        return views.find(Calendar.ACTIONS, Guarded.PUBLIC).stream()
                .flatMap(action -> of(action).stream())
                .toList();
    }

    static Optional<ActionRow> of(ActionRow action) {
        return Policy.everybodySees(action)
                ? Optional.of(action.outside(Policy.everybodySeesVenue(action), false))
                : Optional.empty();
    }

    public List<TaskRow> tasks() {
        return views.find(TaskBoard.TASKS, Guarded.PUBLIC).stream()
                .filter(Policy::everybodySees)
                .map(TaskRow::outside)
                .toList();
    }

    public List<ResourceRow> resources() {
        return views.find(Inventory.RESOURCES, Guarded.PUBLIC).stream()
                .filter(Policy::everybodySees)
                .map(resource -> resource.outside(List.of()))
                .toList();
    }
}
