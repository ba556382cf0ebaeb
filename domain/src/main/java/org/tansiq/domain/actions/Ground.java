package org.tansiq.domain.actions;

import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for a finding, without a word of any language.
 *
 * @param amount minutes or metres, where the kind has any
 */
public record Ground(Kind kind, @Nullable Long amount) {
    public enum Kind {
        SAME_CITY,
        /** Two cities or towns that touch, or a district beside its city. */
        CITIES_TOUCH,
        SAME_START,
        MINUTES_APART,
        MINUTES_SHARED,
        /** In metres. */
        VENUES_APART,
        SAME_VENUE,
        OTHER_VENUE,
        VENUE_UNKNOWN,
        TITLES_ALIKE,
        SAME_ORGANIZER
    }
}
