package org.tansiq.gateway.actions;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.matching.ActionIndex;
import org.tansiq.projections.actions.matching.Candidate;

/**
 * What rows of a sheet and actions on the calendar have to do with each other.
 *
 * @param others what stands in a row's way by the rule that no two share a city and a time: earlier rows, then what else is
 *     on the calendar
 * @param collisions all that was found, the strongest first
 */
record Neighbourhood(
        Map<Planned, List<ImportReport.Other>> others,
        List<ImportReport.Collision> collisions,
        Set<String> onCalendar) {

    /** @param called what an organisation is called */
    static Neighbourhood of(
            Reading reading,
            List<ActionRow> calendar,
            SaidDifferent different,
            Places places,
            Function<String, Text> called) {
        var sheet = Stream.concat(reading.planned().stream(), reading.guessed().stream())
                .toList();
        var inSheet = sheet.stream()
                .map(planned -> planned.command().action().value())
                .collect(toSet());
        var things = new HashMap<String, Thing>();
        var index = new ActionIndex();
        for (var row : sheet) {
            var id = "row/" + row.row().line();
            things.put(id, new OfSheet(row));
            index.put(candidate(id, row, places, called));
        }
        for (var row : calendar) {
            if (row.status() == ActionRow.Status.SCHEDULED && !inSheet.contains(row.id())) {
                things.put(row.id(), new OfCalendar(row));
                index.put(candidate(row, places, called));
            }
        }
        var others = new HashMap<Planned, List<Thing>>();
        var collisions = new ArrayList<ImportReport.Collision>();
        for (var pair : index.pairs()) {
            var one = requireNonNull(things.get(pair.one()));
            var other = requireNonNull(things.get(pair.other()));
            if (different.of(one.actionId(), other.actionId())) {
                continue;
            }
            if (one instanceof OfSheet(var row) && other instanceof OfSheet(var another)) {
                collisions.add(ImportReport.Collision.between(row, another, pair.finding()));
                if (row.city().equals(another.city()) && stands(row, reading) && stands(another, reading)) {
                    var later = row.row().line() < another.row().line() ? another : row;
                    others.computeIfAbsent(later, planned -> new ArrayList<>()).add(later.equals(row) ? other : one);
                }
            } else if (one instanceof OfSheet(var row) && other instanceof OfCalendar(var action)) {
                add(row, action, pair, others, collisions);
            } else if (one instanceof OfCalendar(var action) && other instanceof OfSheet(var row)) {
                add(row, action, pair, others, collisions);
            }
        }
        collisions.sort(ImportReport.Collision.STRONGEST_FIRST);
        var named = new HashMap<Planned, List<ImportReport.Other>>();
        others.forEach((row, all) -> named.put(
                row, all.stream().sorted(Thing.SHEET_FIRST).map(Thing::other).toList()));
        return new Neighbourhood(
                named, collisions, calendar.stream().map(ActionRow::id).collect(toSet()));
    }

    /** Whether it would be scheduled if nothing were in its way. */
    private static boolean stands(Planned row, Reading reading) {
        return !row.repeats() && !reading.guessed().contains(row);
    }

    private static void add(
            Planned row,
            ActionRow action,
            ActionIndex.Pair pair,
            Map<Planned, List<Thing>> others,
            List<ImportReport.Collision> collisions) {
        if (row.repeats()) {
            return;
        }
        collisions.add(ImportReport.Collision.with(row, action, pair.finding()));
        if (row.city().equals(action.place().city())) {
            others.computeIfAbsent(row, planned -> new ArrayList<>()).add(new OfCalendar(action));
        }
    }

    private sealed interface Thing {
        Comparator<Thing> SHEET_FIRST = Comparator.comparingInt(Thing::line)
                .thenComparing(thing -> thing.other().action());

        /** Of the sheet; what is on the calendar comes behind. */
        int line();

        String actionId();

        ImportReport.Other other();
    }

    private record OfSheet(Planned row) implements Thing {
        @Override
        public int line() {
            return row.row().line();
        }

        @Override
        public String actionId() {
            return row.command().action().value();
        }

        @Override
        public ImportReport.Other other() {
            return ImportReport.Other.of(row);
        }
    }

    private record OfCalendar(ActionRow action) implements Thing {
        @Override
        public int line() {
            return Integer.MAX_VALUE;
        }

        @Override
        public String actionId() {
            return action.id();
        }

        @Override
        public ImportReport.Other other() {
            return ImportReport.Other.of(action);
        }
    }

    private static Candidate candidate(String id, Planned planned, Places places, Function<String, Text> called) {
        var command = planned.command();
        var row = planned.row();
        return new Candidate(
                id,
                command.title(),
                command.kind(),
                places.town(command.slot().place()),
                command.venue(),
                command.slot().from(),
                command.slot().until(),
                row.organisation() == null ? names(List.of(command.by().value()), called) : Set.of(row.organisation()));
    }

    /** An action that has been scheduled, as the matcher reads it. */
    static Candidate candidate(ActionRow row, Places places, Function<String, Text> called) {
        var organizers = new LinkedHashSet<>(names(row.organizers(), called));
        if (row.organizedBy() != null) {
            organizers.add(row.organizedBy());
        }
        Place place = row.place();
        return new Candidate(
                row.id(),
                row.title(),
                row.kind(),
                places.town(place),
                row.venue(),
                row.from(),
                row.until(),
                organizers);
    }

    private static Set<String> names(List<String> organizations, Function<String, Text> called) {
        var names = new HashSet<String>();
        organizations.forEach(
                organization -> names.addAll(called.apply(organization).in().values()));
        return names;
    }

    boolean isOnCalendar(Planned planned) {
        return onCalendar.contains(planned.command().action().value());
    }

    List<ImportReport.Other> collidingWith(Planned planned) {
        return others.getOrDefault(planned, List.of());
    }
}
