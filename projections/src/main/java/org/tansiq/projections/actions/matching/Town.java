package org.tansiq.projections.actions.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Coordinates;

/**
 * The city of an action as far as it matters for finding others nearby.
 *
 * @param id the same for a city and its districts
 * @param names of the city and the district, in any language: they say nothing in the name of a venue
 * @param country ISO 3166-1 alpha-2
 * @param middle where the town is, if known
 */
public record Town(
        String id,
        Set<String> names,
        String country,
        @Nullable Coordinates middle) {
    /** Between the middles of towns that touch, at most. */
    public static final double NEIGHBOURS_METRES = 15_000;

    public Town {
        names = Set.copyOf(names);
    }
}
