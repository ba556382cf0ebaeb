package org.tansiq.gateway.shared;

import java.util.Arrays;
import java.util.Optional;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.campaigns.Registry;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.permits.PermitBoard;
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
    CITIES(Coverage.CITIES),
    ANSWERS(Coverage.ANSWERS),
    RESOURCES(Inventory.RESOURCES),
    HASHTAGS(Registry.HASHTAGS),
    SESSIONS(SessionCalendar.SESSIONS),
    PERMITS(PermitBoard.PERMITS),
    LEAD_TIMES(PermitBoard.LEAD_TIMES);

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
            case CITIES -> new NotFound("city", id);
            case ANSWERS -> new NotFound("answer", id);
            case RESOURCES -> new NotFound("resource", id);
            case HASHTAGS -> new NotFound("hashtag", id);
            case SESSIONS -> new NotFound("session", id);
            case PERMITS -> new NotFound("action", id);
            case LEAD_TIMES -> new NotFound("lead-time", id);
        };
    }

    /**
     * The id of the row that a path of the coalition names: a member is named by its organisation, an auditor by the person, a
     * hashtag by language and tag, a lead time by the city, a permit by the action.
     */
    String rowId(CoalitionId coalition, String id) {
        return switch (this) {
            case MEMBERS, AUDITORS, HASHTAGS, LEAD_TIMES -> coalition + "/" + id;
            case TASKS, ACTIONS, COLLISIONS, SYNCHRONISED, CITIES, ANSWERS, RESOURCES, SESSIONS, PERMITS -> id;
        };
    }

    public static Optional<PublishedView> named(String name) {
        return Arrays.stream(values())
                .filter(published -> published.view.name().equals(name))
                .findFirst();
    }
}
