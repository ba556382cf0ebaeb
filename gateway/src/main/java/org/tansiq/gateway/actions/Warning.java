package org.tansiq.gateway.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;

/**
 * Something that is planned, and what a wanted action would have to do with it.
 *
 * @param action missing, as is {@code coalition}, where it is only public: that is told without ids
 * @param coalition in which it is planned
 * @param localFrom what the clocks of its city show when it begins
 * @param venue missing where it has none or it is not to be seen
 * @param organizers by their names
 * @param relation {@code same_event} or {@code overlap}
 * @param score from 0 to 1
 * @param why in the reader's language
 * @param hard whether the command is refused unless it acknowledges this
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Warning(
        @Nullable String action,
        @Nullable String coalition,
        Text title,
        Text city,
        @Nullable Text venue,
        Instant from,
        Instant until,
        LocalDateTime localFrom,
        LocalDateTime localUntil,
        List<Text> organizers,
        String relation,
        double score,
        String why,
        boolean hard) {}
