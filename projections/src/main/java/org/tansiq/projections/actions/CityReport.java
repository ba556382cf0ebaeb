package org.tansiq.projections.actions;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * How it went in a city, as those tell it who organised it.
 *
 * @param localStart what the clocks of the city showed when it began
 * @param lateSeconds after the call's moment there; negative: before it
 * @param turnout how many people came
 * @param media links
 */
public record CityReport(
        Instant actualStart, LocalDateTime localStart, long lateSeconds, int turnout, List<String> media, Instant at) {
    public CityReport {
        media = List.copyOf(media);
    }
}
