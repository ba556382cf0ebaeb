package org.tansiq.projections.actions.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Relation;

/**
 * Judges two actions. They have to do with each other only if their windows meet, half open: what ends at nine and what
 * begins at nine do not. Then, in one city or where two touch, the venue decides: one venue, one event; two venues, and they
 * split the crowd. Where a venue is not known, the hour, the titles and the organisers decide which of the two it is.
 */
final class Matcher {
    /** Two who point at one square hit it this far from each other, whatever they call it. */
    static final double ONE_PLACE_METRES = 180;

    /** Two sides of a large square, if nothing speaks against it. */
    static final double ONE_SQUARE_METRES = 250;

    /** The same name, and coordinates taken from two maps. */
    static final double SAME_NAME_METRES = 1_500;

    /** Two embassies stand wall to wall. */
    private static final double NEXT_DOOR_METRES = 30;

    /** A crowd that would walk over in 25 minutes, although it is another city. */
    static final double CITIES_TOUCH_METRES = 2_000;

    /** Middles of towns that touch. */
    static final double NEIGHBOUR_TOWNS_METRES = Town.NEIGHBOURS_METRES;

    private static final double SURE_ACROSS_CITIES_MIN = 0.85;
    private static final int MINUTES_SAME_IF_VENUE_UNKNOWN = 30;
    private static final double TITLES_ALIKE_MIN = 0.5;

    private Matcher() {}

    static Optional<Finding> between(Known one, Known other, VenueBook book) {
        if (one.id().equals(other.id()) || !one.overlaps(other)) {
            return Optional.empty();
        }
        if (one.town().id().equals(other.town().id())) {
            var venues = venues(one, other, book);
            return Optional.of(
                    switch (venues.verdict()) {
                        case SAME -> sameEvent(one, other, venues, new Reason.SameCity());
                        case OTHER -> overlap(one, other, venues, new Reason.SameCity());
                        case UNKNOWN -> unknown(one, other);
                    });
        }
        return acrossCities(one, other);
    }

    private static Optional<Finding> acrossCities(Known one, Known other) {
        if (one.at() != null && other.at() != null) {
            if (Distance.metres(one.requiredAt(), other.requiredAt()) > CITIES_TOUCH_METRES) {
                return Optional.empty();
            }
            var venues = byDistanceAlone(Distance.metres(one.requiredAt(), other.requiredAt()));
            return Optional.of(
                    venues.verdict() == Venues.Verdict.SAME
                            ? sameEvent(one, other, venues, new Reason.CitiesTouch())
                            : overlap(one, other, venues, new Reason.CitiesTouch()));
        }
        var names = naming(one, other);
        if (names.verdict() != Naming.Verdict.SAME
                || names.sure() < SURE_ACROSS_CITIES_MIN
                || !namedAfterSomething(one)
                || !namedAfterSomething(other)
                || !near(one, other)) {
            return Optional.empty();
        }
        return Optional.of(sameEvent(
                one,
                other,
                new Venues(Venues.Verdict.SAME, names.sure(), OptionalLong.empty()),
                new Reason.CitiesTouch()));
    }

    /** Each town has a town hall. */
    private static boolean namedAfterSomething(Known known) {
        return known.venueNames().stream()
                .anyMatch(name -> name.whole().which().stream().anyMatch(word -> !word.isCountry()));
    }

    private static boolean near(Known one, Known other) {
        var here = one.at() == null ? one.town().middle() : one.at();
        var there = other.at() == null ? other.town().middle() : other.at();
        return here != null && there != null && Distance.metres(here, there) <= NEIGHBOUR_TOWNS_METRES;
    }

    static Naming naming(Known one, Known other) {
        if (one.place() != null && other.place() != null) {
            if (one.place().equals(other.place())) {
                return Naming.same(0.9);
            }
            if (saysOneThing(one) && saysOneThing(other)) {
                return Naming.UNLIKE;
            }
        }
        if (one.venueNames().isEmpty() || other.venueNames().isEmpty()) {
            return Naming.VAGUE;
        }
        var best = Naming.UNLIKE;
        for (var name : one.venueNames()) {
            for (var another : other.venueNames()) {
                best = NameLikeness.of(name, another).or(best);
            }
        }
        return best;
    }

    /** "The opera, beside the town hall" names two places. */
    private static boolean saysOneThing(Known known) {
        return known.venueNames().stream().allMatch(name -> name.parts().size() == 1);
    }

    static Venues venues(Known one, Known other, VenueBook book) {
        var names = naming(one, other);
        if (one.at() != null && other.at() != null) {
            return byDistance(names, Distance.metres(one.requiredAt(), other.requiredAt()));
        }
        return switch (names.verdict()) {
            case SAME -> new Venues(Venues.Verdict.SAME, names.sure(), OptionalLong.empty());
            case OTHER -> new Venues(Venues.Verdict.OTHER, names.sure(), OptionalLong.empty());
            case UNLIKE, VAGUE -> byTheBook(one, other, names, book);
        };
    }

    private static Venues byDistance(Naming names, double metres) {
        var same = switch (names.verdict()) {
            case SAME -> metres <= SAME_NAME_METRES;
            case VAGUE -> metres <= ONE_SQUARE_METRES;
            case UNLIKE -> metres <= ONE_PLACE_METRES;
            case OTHER -> metres <= NEXT_DOOR_METRES;
        };
        var sure = same ? Math.max(names.sure(), 1 - metres / SAME_NAME_METRES) : 0.9;
        return new Venues(same ? Venues.Verdict.SAME : Venues.Verdict.OTHER, sure, OptionalLong.of(Math.round(metres)));
    }

    /** Across a border both sides have a town hall, so names say less. */
    private static Venues byDistanceAlone(double metres) {
        return byDistance(Naming.VAGUE, metres);
    }

    private static Venues byTheBook(Known one, Known other, Naming names, VenueBook book) {
        var here = where(one, book);
        var there = where(other, book);
        if (here.isPresent() && there.isPresent()) {
            var metres = Distance.metres(here.get(), there.get());
            var most = names.verdict() == Naming.Verdict.VAGUE ? ONE_SQUARE_METRES : ONE_PLACE_METRES;
            return new Venues(metres <= most ? Venues.Verdict.SAME : Venues.Verdict.OTHER, 0.75, OptionalLong.empty());
        }
        return names.verdict() == Naming.Verdict.VAGUE
                ? new Venues(Venues.Verdict.UNKNOWN, 0.5, OptionalLong.empty())
                : new Venues(Venues.Verdict.OTHER, names.sure(), OptionalLong.empty());
    }

    private static Optional<Coordinates> where(Known known, VenueBook book) {
        return known.at() == null ? book.where(known) : Optional.of(known.requiredAt());
    }

    /** One of them does not say where: what begins together under like titles or by the same people is most likely one. */
    private static Finding unknown(Known one, Known other) {
        var minutes = minutesApart(one, other);
        var same = minutes <= MINUTES_SAME_IF_VENUE_UNKNOWN
                && (sameOrganizer(one, other) || titles(one, other) >= TITLES_ALIKE_MIN || kindsAgree(one, other));
        var venues = new Venues(Venues.Verdict.UNKNOWN, 0.3, OptionalLong.empty());
        return same
                ? sameEvent(one, other, venues, new Reason.SameCity())
                : overlap(one, other, venues, new Reason.SameCity());
    }

    private static boolean kindsAgree(Known one, Known other) {
        var kind = one.candidate().kind();
        var another = other.candidate().kind();
        return kind == another || (crowd(kind) && crowd(another));
    }

    /** People call one gathering now this, now that. */
    private static boolean crowd(ActionKind kind) {
        return switch (kind) {
            case VIGIL, DEMONSTRATION, SIT_IN, MARCH, OTHER -> true;
            case PRESS_CONFERENCE, MEETING, EXHIBITION, PETITION_STAND, PROJECTION -> false;
        };
    }

    private static Finding sameEvent(Known one, Known other, Venues venues, Reason where) {
        var reasons = new ArrayList<Reason>();
        reasons.add(where);
        var minutes = minutesApart(one, other);
        reasons.add(minutes == 0 ? new Reason.SameStart() : new Reason.MinutesApart(minutes));
        reasons.add(venue(venues));
        var support = support(one, other, reasons);
        var together = 1 - Math.min(1, minutes / 60.0);
        return new Finding(
                Relation.SAME_EVENT, rounded(0.5 + 0.25 * venues.sure() + 0.15 * together + support), reasons);
    }

    private static Finding overlap(Known one, Known other, Venues venues, Reason where) {
        var reasons = new ArrayList<Reason>();
        reasons.add(where);
        var shared = minutesShared(one, other);
        reasons.add(new Reason.MinutesShared(shared));
        reasons.add(venue(venues));
        var shorter = Math.max(
                1,
                Math.min(
                        minutes(one.candidate().from(), one.candidate().until()),
                        minutes(other.candidate().from(), other.candidate().until())));
        var support = support(one, other, reasons);
        return new Finding(
                Relation.OVERLAP,
                rounded(0.3 + 0.2 * venues.sure() + 0.15 * Math.min(1, (double) shared / shorter) + support / 2),
                reasons);
    }

    private static Reason venue(Venues venues) {
        if (venues.metres().isPresent()) {
            return new Reason.VenuesApart(venues.metres().getAsLong());
        }
        return switch (venues.verdict()) {
            case SAME -> new Reason.SameVenue();
            case OTHER -> new Reason.OtherVenue();
            case UNKNOWN -> new Reason.VenueUnknown();
        };
    }

    private static double support(Known one, Known other, List<Reason> reasons) {
        var support = 0.0;
        if (titles(one, other) >= TITLES_ALIKE_MIN) {
            reasons.add(new Reason.TitlesAlike());
            support += 0.05;
        }
        if (sameOrganizer(one, other)) {
            reasons.add(new Reason.SameOrganizer());
            support += 0.05;
        }
        return support;
    }

    private static double titles(Known one, Known other) {
        var best = 0.0;
        for (var title : one.titles()) {
            for (var another : other.titles()) {
                var shared = Math.max(title.shared(another), another.shared(title));
                var all = title.weight() + another.weight() - shared;
                best = Math.max(best, all == 0 ? 0 : shared / all);
            }
        }
        return best;
    }

    private static boolean sameOrganizer(Known one, Known other) {
        return !Collections.disjoint(one.organizers(), other.organizers());
    }

    private static long minutesApart(Known one, Known other) {
        return Math.abs(minutes(one.candidate().from(), other.candidate().from()));
    }

    private static long minutesShared(Known one, Known other) {
        var from = one.candidate().from().isAfter(other.candidate().from()) ? one : other;
        var until = one.candidate().until().isBefore(other.candidate().until()) ? one : other;
        return minutes(from.candidate().from(), until.candidate().until());
    }

    private static long minutes(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes();
    }

    private static double rounded(double score) {
        return Math.round(Math.min(1, score) * 100) / 100.0;
    }
}
