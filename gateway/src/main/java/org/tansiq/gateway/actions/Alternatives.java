package org.tansiq.gateway.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.WideSight.Seen;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.FreeTimes;
import org.tansiq.projections.actions.matching.Candidate;
import org.tansiq.projections.actions.matching.Distance;

/**
 * When and where else something could be. Reckoned from what its reader sees and nothing else: what is hidden does not show as
 * a gap, and the command may still be refused for it.
 */
@Component
class Alternatives {
    static final int PLACES_MAX = 5;

    /** So many towns are looked at, the largest first. */
    private static final int TOWNS_MAX = 20;

    private static final Duration VIEW_WAIT_MAX = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Warnings warnings;
    private final Places places;
    private final Views views;
    private final Desk desk;

    Alternatives(Surroundings surroundings, Warnings warnings, Places places, Views views, Desk desk) {
        this.surroundings = surroundings;
        this.warnings = warnings;
        this.places = places;
        this.views = views;
        this.desk = desk;
    }

    /**
     * A time at which nothing is in the way.
     *
     * @param starts by the clocks of the city, as forms and commands take it
     */
    record FreeTime(LocalDateTime starts, LocalDateTime ends, Instant from, Instant until) {}

    /**
     * A town where nothing is at the wanted hour of its own clocks.
     *
     * @param metres from the middle of the wanted city to its own
     */
    record FreePlace(String city, Text name, String country, long metres) {}

    /**
     * What is proposed instead.
     *
     * @param times in the wanted city, the nearest first
     * @param places the largest first; none for an action that answers a call, which stays in its city
     */
    record Free(List<FreeTime> times, List<FreePlace> places) {}

    Free of(SignedIn me, Reader reader, Wanted wanted, boolean mayLeaveItsCity) {
        views.catchUp(Calendar.ACTIONS, VIEW_WAIT_MAX);
        return new Free(times(me, reader, wanted), mayLeaveItsCity ? places(me, reader, wanted) : List.of());
    }

    private List<FreeTime> times(SignedIn me, Reader reader, Wanted wanted) {
        var slot = wanted.slot();
        var zone = slot.place().zone();
        var length = Duration.between(slot.from(), slot.until());
        var beside = Duration.ofDays(FreeTimes.DAYS_BESIDE + 1L);
        var around = surroundings.around(
                slot.place(),
                wanted.candidate().venue().at(),
                slot.from().minus(beside),
                slot.until().plus(beside));
        var busy = surroundings.inTheWay(wanted.candidate(), seen(me, reader, wanted, around)).stream()
                .map(row -> new FreeTimes.Busy(row.from(), row.until()))
                .toList();
        return FreeTimes.near(slot.from(), length, zone, desk.now(), busy).stream()
                .map(from -> new FreeTime(
                        LocalDateTime.ofInstant(from, zone),
                        LocalDateTime.ofInstant(from.plus(length), zone),
                        from,
                        from.plus(length)))
                .toList();
    }

    private List<FreePlace> places(SignedIn me, Reader reader, Wanted wanted) {
        var here = places.middle(wanted.slot().place());
        if (here.isEmpty()) {
            return List.of();
        }
        var free = new ArrayList<FreePlace>();
        for (var town : places.townsAround(wanted.slot().place(), here.get(), TOWNS_MAX)) {
            if (free.size() < PLACES_MAX && isFree(me, reader, wanted, town)) {
                free.add(new FreePlace(
                        town.id().value(),
                        town.name(),
                        town.country(),
                        Math.round(Distance.metres(here.get(), new Coordinates(town.latitude(), town.longitude())))));
            }
        }
        return free;
    }

    private boolean isFree(SignedIn me, Reader reader, Wanted wanted, City town) {
        var from = wanted.slot().localFrom().atZone(town.zone()).toInstant();
        var until =
                from.plus(Duration.between(wanted.slot().from(), wanted.slot().until()));
        var place = Places.place(town);
        var was = wanted.candidate();
        var there = new Candidate(
                was.id(),
                was.title(),
                was.kind(),
                places.town(place),
                Places.venue(null),
                from,
                until,
                was.organizers());
        var planned = surroundings.in(places.whole(place), town.zone(), from, until);
        return surroundings.findings(there, seen(me, reader, wanted, planned)).isEmpty();
    }

    private List<ActionRow> seen(SignedIn me, Reader reader, Wanted wanted, List<ActionRow> rows) {
        return warnings.seen(me, reader, wanted, rows).stream().map(Seen::row).toList();
    }
}
