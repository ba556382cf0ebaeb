package org.tansiq.gateway.actions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.ScheduleAction;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.wiring.Actor;

/**
 * The rows of a sheet as the commands that they ask for, and what is wrong with those that ask for none.
 *
 * @param guessed those of the latter whose city is only misspelt, as they may be meant: to say what they collide with
 */
record Reading(List<Planned> planned, List<RowProblem> problems, List<Planned> guessed) {
    /**
     * @param by who is to organise what a row says
     * @param isName whether an organisation is called that
     */
    static Reading of(
            CoalitionId coalition,
            Sheet sheet,
            Function<SheetRow, Actor> by,
            Places places,
            BiPredicate<String, Actor> isName,
            Instant at) {
        var planned = new ArrayList<Planned>();
        var problems = new ArrayList<>(sheet.problems());
        var guessed = new ArrayList<Planned>();
        var seen = new HashSet<ActionId>();
        for (var row : sheet.rows()) {
            var actor = by.apply(row);
            try {
                var place = places.city("city", row.city(), row.country());
                var command = command(coalition, row, actor, place, isName, at);
                planned.add(new Planned(row, actor, command, !seen.add(command.action())));
            } catch (Invalid invalid) {
                problems.add(RowProblem.of(row, invalid));
                if (invalid.code().equals("unknown-city")) {
                    places.guess(row.city(), row.country())
                            .map(place -> command(coalition, row, actor, place, isName, at))
                            .ifPresent(command -> guessed.add(new Planned(row, actor, command, false)));
                }
            }
        }
        return new Reading(List.copyOf(planned), List.copyOf(problems), List.copyOf(guessed));
    }

    private static ScheduleAction command(
            CoalitionId coalition, SheetRow row, Actor by, Place place, BiPredicate<String, Actor> isName, Instant at) {
        // Who organises it by the sheet, unless that is who imports it.
        var organizedBy = row.organisation() == null || isName.test(row.organisation(), by) ? null : row.organisation();
        return new ScheduleAction(
                coalition,
                row.actionId(coalition),
                by.organization(),
                Text.of(row.language(), row.title()),
                row.kind(),
                new Slot(place, row.from(place.zone()), row.until(place.zone())),
                venue(row),
                row.hashtags(),
                organizedBy,
                Set.of(),
                at);
    }

    private static Venue venue(SheetRow row) {
        var at = row.latitude() == null || row.longitude() == null
                ? null
                : new Coordinates(row.latitude(), row.longitude());
        return new Venue(row.venue() == null ? new Text(Map.of()) : Text.of(row.language(), row.venue()), at);
    }
}
