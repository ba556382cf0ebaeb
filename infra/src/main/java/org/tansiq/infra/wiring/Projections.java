package org.tansiq.infra.wiring;

import java.util.List;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.campaigns.Registry;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.permits.PermitBoard;
import org.tansiq.projections.resources.ContactReadings;
import org.tansiq.projections.resources.Inventory;
import org.tansiq.projections.sessions.SessionCalendar;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.tasks.TaskBoard;

/** Every projection that runs, listed once. */
public final class Projections {
    private Projections() {}

    public static List<Projection> all() {
        return List.of(
                new MembersProjection(),
                new TaskBoard(),
                new Calendar(),
                new Coverage(),
                new Inventory(),
                new ContactReadings(),
                new Registry(),
                new SessionCalendar(),
                new PermitBoard());
    }
}
