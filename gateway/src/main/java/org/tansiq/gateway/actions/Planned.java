package org.tansiq.gateway.actions;

import java.util.Set;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.shared.CityId;
import org.tansiq.infra.wiring.Actor;

/**
 * A row of a sheet as the command that it asks for.
 *
 * @param repeats whether an earlier row of the same sheet says the same in every cell
 */
record Planned(SheetRow row, Actor by, ScheduleAction command, boolean repeats) {
    /** What the sheet calls the row, else the line of the file. */
    String called() {
        return row.row() == null ? Integer.toString(row.line()) : row.row();
    }

    CityId city() {
        return command.slot().place().city();
    }

    ScheduleAction acknowledging(Set<ActionId> known) {
        return new ScheduleAction(
                command.coalition(),
                command.action(),
                command.by(),
                command.title(),
                command.kind(),
                command.slot(),
                command.venue(),
                command.hashtags(),
                command.organizedBy(),
                known,
                command.at());
    }
}
