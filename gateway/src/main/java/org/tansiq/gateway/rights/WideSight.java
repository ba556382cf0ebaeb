package org.tansiq.gateway.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tansiq.projections.actions.ActionRow;

/**
 * What one reader sees of what is planned in whatever coalition: in their own what they see there, in the others what is
 * public. Made for one answer.
 */
public final class WideSight {
    private final Function<String, Optional<Sight>> sights;
    private final Map<String, Optional<Sight>> known = new HashMap<>();

    WideSight(Function<String, Optional<Sight>> sights) {
        this.sights = sights;
    }

    /**
     * An action as it may go out.
     *
     * @param within whether the reader sees it as one who belongs, so that it may be named by its id and its coalition;
     *     what is only public is told without either
     */
    public record Seen(ActionRow row, boolean within) {}

    public Optional<Seen> action(ActionRow row) {
        return known.computeIfAbsent(row.coalition(), sights)
                .flatMap(sight -> sight.row(row))
                .map(seen -> new Seen(seen, true))
                .or(() -> EverybodysSight.of(row).map(seen -> new Seen(seen, false)));
    }
}
