package org.tansiq.gateway.open;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.ActionRow;

/**
 * An action as everybody sees it.
 *
 * @param venue missing where it is not public too
 * @param localFrom what the clocks of the city show when it begins
 * @param organizers by their names
 * @param organizedBy an organiser who is no member, by name
 */
record PublicAction(
        Text title,
        ActionKind kind,
        ActionRow.Status status,
        Text city,
        @Nullable Venue venue,
        Instant from,
        Instant until,
        LocalDateTime localFrom,
        LocalDateTime localUntil,
        List<String> hashtags,
        List<Text> organizers,
        @Nullable String organizedBy) {}
