package org.tansiq.projections.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.CityCommitted;
import org.tansiq.domain.actions.CityWithdrawn;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedCalled;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** What the log may hold of actions in Berlin and elsewhere. */
final class Happened {
    static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    static final CoalitionId ALEPPO = new CoalitionId("aleppo");
    static final OrganizationId GREENS = new OrganizationId("greens");
    static final OrganizationId UNION = new OrganizationId("union");

    static final Place BERLIN = place("berlin", "Europe/Berlin", "DE");
    static final Place PARIS = place("paris", "Europe/Paris", "FR");
    static final Place NEW_YORK = place("new-york", "America/New_York", "US");
    static final Venue SQUARE = new Venue(Text.of("en", "Alexanderplatz"), new Coordinates(52.5219, 13.4132));
    static final Venue EMBASSY = new Venue(Text.of("en", "Russian Embassy"), new Coordinates(52.5163, 13.3814));

    static final Slot EVENING = slot(BERLIN, "2018-02-24T18:00", "2018-02-24T20:00");
    static final Slot LATER = slot(BERLIN, "2018-02-24T19:00", "2018-02-24T21:00");
    static final Slot NEXT_WEEK = slot(BERLIN, "2018-03-03T18:00", "2018-03-03T20:00");
    static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    static final Text SORRY = Text.of("en", "no permit");
    static final SynchronizedId BALLOONS = new SynchronizedId("balloons");

    private Happened() {}

    static Place place(String city, String zone, String country) {
        return new Place(new CityId(city), ZoneId.of(zone), country, Text.of("en", city));
    }

    static Slot slot(Place place, String from, String until) {
        return new Slot(
                place,
                LocalDateTime.parse(from).atZone(place.zone()).toInstant(),
                LocalDateTime.parse(until).atZone(place.zone()).toInstant());
    }

    static ActionId action(String id) {
        return new ActionId(id);
    }

    static ActionScheduled scheduled(
            CoalitionId coalition, String action, OrganizationId by, Slot slot, Venue venue, String... acknowledged) {
        return new ActionScheduled(
                coalition,
                action(action),
                by,
                Text.of("en", action),
                ActionKind.VIGIL,
                slot,
                venue,
                List.of("#SaveGhouta"),
                "Friends of Ghouta",
                null,
                actions(acknowledged),
                NOW);
    }

    static ActionScheduled scheduled(String action, OrganizationId by, Slot slot, String... acknowledged) {
        return scheduled(GHOUTA, action, by, slot, SQUARE, acknowledged);
    }

    static ActionRescheduled rescheduled(
            String action, OrganizationId by, Slot was, Slot slot, Venue venue, String... acknowledged) {
        return new ActionRescheduled(
                GHOUTA, action(action), by, Text.of("en", action), null, was, slot, venue, actions(acknowledged), NOW);
    }

    static ActionRescheduled rescheduled(
            String action, OrganizationId by, Slot was, Slot slot, String... acknowledged) {
        return rescheduled(action, by, was, slot, SQUARE, acknowledged);
    }

    static ActionCancelled cancelled(String action, OrganizationId by, Slot slot) {
        return new ActionCancelled(GHOUTA, action(action), by, slot, SORRY, NOW);
    }

    static SynchronizedCalled called(Moment moment) {
        return new SynchronizedCalled(
                GHOUTA,
                BALLOONS,
                GREENS,
                Text.of("en", "White balloons"),
                ActionKind.VIGIL,
                moment,
                Duration.ofHours(1),
                15,
                NOW.plusSeconds(3600),
                List.of("#SaveGhouta"),
                NOW);
    }

    static CityCommitted committed(Place place, OrganizationId by, String action) {
        return new CityCommitted(GHOUTA, BALLOONS, place, by, action(action), NOW);
    }

    static CityWithdrawn withdrawn(Place place, OrganizationId by, String action) {
        return new CityWithdrawn(GHOUTA, BALLOONS, place.city(), by, action(action), NOW);
    }

    static Set<ActionId> actions(String... ids) {
        return Set.copyOf(List.of(ids).stream().map(ActionId::new).toList());
    }
}
