package org.tansiq.gateway.shared;

import java.util.Arrays;
import java.util.Optional;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.shared.View;
import org.tansiq.projections.tasks.TaskBoard;

/** The views of a coalition, all of which members read, by the names that the API and the live topics use. */
public enum PublishedView {
    MEMBERS(MembersProjection.MEMBERS),
    AUDITORS(MembersProjection.AUDITORS),
    TASKS(TaskBoard.TASKS),
    ACTIONS(Calendar.ACTIONS),
    COLLISIONS(Calendar.COLLISIONS),
    SYNCHRONISED(Coverage.SYNCHRONIZED),
    RESOURCES(Inventory.RESOURCES),
    SESSIONS(SessionCalendar.SESSIONS);

    private final View<?> view;

    PublishedView(View<?> view) {
        this.view = view;
    }

    public View<?> view() {
        return view;
    }

    /** What is said of an id that has no row. */
    NotFound unknown(String id) {
        return switch (this) {
            case MEMBERS -> new NotFound("member", id);
            case AUDITORS -> new NotFound("auditor", id);
            case TASKS -> new NotFound("task", id);
            case ACTIONS -> new NotFound("action", id);
            case COLLISIONS -> new NotFound("collision", id);
            case SYNCHRONISED -> new NotFound("synchronized", id);
            case RESOURCES -> new NotFound("resource", id);
            case SESSIONS -> new NotFound("session", id);
        };
    }

    /** The id of the row that a path of the coalition names: a member is named by its organisation, an auditor by the person. */
    String rowId(CoalitionId coalition, String id) {
        return this == MEMBERS || this == AUDITORS ? coalition + "/" + id : id;
    }

    public static Optional<PublishedView> named(String name) {
        return Arrays.stream(values())
                .filter(published -> published.view.name().equals(name))
                .findFirst();
    }
}
