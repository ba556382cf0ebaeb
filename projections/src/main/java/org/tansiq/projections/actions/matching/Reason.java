package org.tansiq.projections.actions.matching;

/** One thing that speaks for a finding. */
public sealed interface Reason {
    record SameCity() implements Reason {}

    /** Two cities or towns that touch, or a district beside its city. */
    record CitiesTouch() implements Reason {}

    record SameStart() implements Reason {}

    /** @param minutes between the two beginnings, at least 1 */
    record MinutesApart(long minutes) implements Reason {}

    /** @param minutes that both take place */
    record MinutesShared(long minutes) implements Reason {}

    /** @param metres along a great circle, rounded */
    record VenuesApart(long metres) implements Reason {}

    record SameVenue() implements Reason {}

    record OtherVenue() implements Reason {}

    /** At least one of them has no venue yet. */
    record VenueUnknown() implements Reason {}

    record TitlesAlike() implements Reason {}

    record SameOrganizer() implements Reason {}
}
