package org.tansiq.projections.actions.matching;

import java.util.List;
import org.tansiq.domain.actions.Ground;
import org.tansiq.domain.actions.Ground.Kind;
import org.tansiq.domain.actions.Relation;

/**
 * Two actions that should know of each other.
 *
 * @param score from 0 to 1, how sure; of two findings the stronger has the higher
 * @param reasons in the order in which one would say them
 */
public record Finding(Relation relation, double score, List<Reason> reasons) {
    public Finding {
        reasons = List.copyOf(reasons);
    }

    /** The reasons as the log keeps them. */
    public List<Ground> grounds() {
        return reasons.stream().map(Finding::ground).toList();
    }

    private static Ground ground(Reason reason) {
        return switch (reason) {
            case Reason.SameCity() -> new Ground(Kind.SAME_CITY, null);
            case Reason.CitiesTouch() -> new Ground(Kind.CITIES_TOUCH, null);
            case Reason.SameStart() -> new Ground(Kind.SAME_START, null);
            case Reason.MinutesApart(var minutes) -> new Ground(Kind.MINUTES_APART, minutes);
            case Reason.MinutesShared(var minutes) -> new Ground(Kind.MINUTES_SHARED, minutes);
            case Reason.VenuesApart(var metres) -> new Ground(Kind.VENUES_APART, metres);
            case Reason.SameVenue() -> new Ground(Kind.SAME_VENUE, null);
            case Reason.OtherVenue() -> new Ground(Kind.OTHER_VENUE, null);
            case Reason.VenueUnknown() -> new Ground(Kind.VENUE_UNKNOWN, null);
            case Reason.TitlesAlike() -> new Ground(Kind.TITLES_ALIKE, null);
            case Reason.SameOrganizer() -> new Ground(Kind.SAME_ORGANIZER, null);
        };
    }
}
