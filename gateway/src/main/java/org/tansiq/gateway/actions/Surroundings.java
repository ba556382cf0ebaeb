package org.tansiq.gateway.actions;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.Directory;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.matching.ActionIndex;
import org.tansiq.projections.actions.matching.Candidate;
import org.tansiq.projections.actions.matching.Finding;
import org.tansiq.projections.shared.Keys;

/**
 * What is planned near a place and a time, in any coalition. What it costs grows with the towns and the actions nearby, and
 * not with all that is planned.
 */
@Component
class Surroundings {
    private final Views views;
    private final Places places;
    private final Directory directory;

    Surroundings(Views views, Places places, Directory directory) {
        this.views = views;
        this.places = places;
        this.directory = directory;
    }

    /** @param action as it was given */
    record Near(ActionRow action, Finding finding) {}

    /** Scheduled actions whose window meets this one, as they are: a reader's sight decides what of them may go out. */
    List<ActionRow> around(Place place, @Nullable Coordinates at, Instant from, Instant until) {
        return in(places.near(place, at), place.zone(), from, until);
    }

    /** The same in these cities and nowhere near. */
    List<ActionRow> in(Set<CityId> cities, ZoneId zone, Instant from, Instant until) {
        var first = LocalDate.ofInstant(from, zone).minusDays(1);
        var last = LocalDate.ofInstant(until, zone).plusDays(1);
        var found = new TreeMap<String, ActionRow>();
        for (var city : cities) {
            first.datesUntil(last.plusDays(1))
                    .flatMap(day -> views.find(Calendar.ACTIONS, Keys.key("place-day", city + "/" + day)).stream())
                    .filter(row -> row.status() == ActionRow.Status.SCHEDULED
                            && row.from().isBefore(until)
                            && from.isBefore(row.until()))
                    .forEach(row -> found.put(row.id(), row));
        }
        return List.copyOf(found.values());
    }

    /** What the candidate has to do with these, the strongest first; never with itself. */
    List<Near> findings(Candidate candidate, Collection<ActionRow> rows) {
        Map<String, ActionRow> byId = new HashMap<>();
        var index = new ActionIndex();
        var called = called();
        for (var row : rows) {
            byId.put(row.id(), row);
            index.put(Neighbourhood.candidate(row, places, called));
        }
        return index.findings(candidate).stream()
                .filter(match -> !match.id().equals(candidate.id()))
                .map(match -> new Near(requireNonNull(byId.get(match.id())), match.finding()))
                .toList();
    }

    /** Those with which the candidate would have to do at whatever time they are: where it is, they are in its way. */
    List<ActionRow> inTheWay(Candidate candidate, Collection<ActionRow> rows) {
        return rows.stream()
                .filter(row -> !findings(Wanted.at(row.from(), row.until(), candidate), List.of(row))
                        .isEmpty())
                .toList();
    }

    /** A scheduled action as the matcher reads it. */
    Candidate candidate(ActionRow row) {
        return Neighbourhood.candidate(row, places, called());
    }

    private Function<String, Text> called() {
        var names = new HashMap<String, Text>();
        return id -> names.computeIfAbsent(id, directory::name);
    }
}
