package org.tansiq.domain.actions;

import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;

/** Where in the city: a square, an embassy. It has no name while nobody has decided. */
public record Venue(Text name, @Nullable Coordinates at) {
    static void check(Venue venue) {
        Limits.nameIfAny("venue.name", venue.name);
        if (venue.at != null) {
            Coordinates.check(venue.at);
        }
    }
}
