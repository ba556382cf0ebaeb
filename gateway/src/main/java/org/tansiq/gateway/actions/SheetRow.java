package org.tansiq.gateway.actions;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.shared.CoalitionId;

/**
 * An action as one row of a sheet tells it, in the words of the sheet: nobody has looked for the city yet.
 *
 * @param line of the file on which the row begins; the header is on line 1
 * @param row what the sheet's own {@code row} column calls it, if it has one
 * @param language BCP 47, of the title and of every other name in the row; guessed from the title's script if not given
 * @param latitude degrees, within -90 and 90; there if and only if {@code longitude} is
 * @param longitude degrees, within -180 and 180
 * @param starts what clocks show, in {@code zone} or else in the city
 * @param ends likewise, after {@code starts}; missing: {@value #MINUTES_IF_NO_END} minutes later
 * @param kind as given, else guessed from the title
 * @param fingerprint the same for the same cells, {@code row} and the order of columns aside
 */
public record SheetRow(
        int line,
        @Nullable String row,
        String title,
        String language,
        @Nullable String organisation,
        @Nullable String country,
        String city,
        @Nullable String venue,
        @Nullable Double latitude,
        @Nullable Double longitude,
        LocalDateTime starts,
        @Nullable LocalDateTime ends,
        @Nullable ZoneId zone,
        List<String> hashtags,
        ActionKind kind,
        String fingerprint) {
    public static final int MINUTES_IF_NO_END = 90;

    public SheetRow {
        hashtags = List.copyOf(hashtags);
    }

    /** When it begins. A local time that clocks skip is later by what they skip; of one that they show twice, the first. */
    public Instant from(ZoneId ofCity) {
        return instant(starts, ofCity);
    }

    public Instant until(ZoneId ofCity) {
        return ends == null ? from(ofCity).plus(Duration.ofMinutes(MINUTES_IF_NO_END)) : instant(ends, ofCity);
    }

    /** The same row in a later import of this coalition is the same action. */
    public ActionId actionId(CoalitionId coalition) {
        var name = "sheet/" + coalition + "/" + fingerprint;
        return new ActionId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private Instant instant(LocalDateTime local, ZoneId ofCity) {
        return local.atZone(zone == null ? ofCity : zone).toInstant();
    }
}
