package org.tansiq.gateway.shared;

import java.util.Arrays;
import java.util.Optional;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/** The views of a coalition that members read, by the names that the API and the live topics use. */
public enum PublishedView {
    MEMBERS(MembersProjection.MEMBERS),
    TASKS(TaskBoard.TASKS),
    ACTIONS(Calendar.ACTIONS),
    COLLISIONS(Calendar.COLLISIONS),
    SYNCHRONISED(Coverage.SYNCHRONIZED),
    RESOURCES(Inventory.RESOURCES);

    private final View<?> view;

    PublishedView(View<?> view) {
        this.view = view;
    }

    public View<?> view() {
        return view;
    }

    public static Optional<PublishedView> named(String name) {
        return Arrays.stream(values())
                .filter(published -> published.view.name().equals(name))
                .findFirst();
    }
}
