package org.tansiq.gateway.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.shared.CityId;
import org.tansiq.projections.actions.ActionRow;

/** What rows of a sheet and actions on the calendar lie beside each other, city by city. */
record Neighbourhood(
        Map<CityId, List<Planned>> sheet,
        Map<CityId, List<ActionRow>> calendar,
        Set<String> inSheet,
        Set<String> onCalendar) {

    static Neighbourhood of(List<Planned> sheet, List<ActionRow> calendar) {
        return new Neighbourhood(
                sheet.stream().filter(planned -> !planned.repeats()).collect(Collectors.groupingBy(Planned::city)),
                calendar.stream()
                        .filter(row -> row.status() == ActionRow.Status.SCHEDULED)
                        .collect(Collectors.groupingBy(row -> row.place().city())),
                sheet.stream()
                        .map(planned -> planned.command().action().value())
                        .collect(Collectors.toSet()),
                calendar.stream().map(ActionRow::id).collect(Collectors.toSet()));
    }

    boolean isOnCalendar(Planned planned) {
        return onCalendar.contains(planned.command().action().value());
    }

    /** Earlier rows of the sheet, then what else is on the calendar. */
    List<ImportReport.Other> collidingWith(Planned planned) {
        var slot = planned.command().slot();
        var others = new ArrayList<ImportReport.Other>();
        for (var row : sheet.getOrDefault(planned.city(), List.of())) {
            if (row.row().line() < planned.row().line() && row.command().slot().overlaps(slot)) {
                others.add(ImportReport.Other.of(row));
            }
        }
        for (var row : calendar.getOrDefault(planned.city(), List.of())) {
            if (!inSheet.contains(row.id()) && new Slot(row.place(), row.from(), row.until()).overlaps(slot)) {
                others.add(ImportReport.Other.of(row));
            }
        }
        return others;
    }
}
