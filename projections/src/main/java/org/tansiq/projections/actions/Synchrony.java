package org.tansiq.projections.actions;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the cities of a call acted at one moment, by what they report themselves: of those that report, the share that
 * began at most {@link #TOLERANCE} before or after the call's moment there. A city whose action was moved is measured
 * against the call's moment all the same. Cities that report nothing are in {@code committed} and in nothing else.
 *
 * @param committed cities that are committed now
 * @param reported how many of them report
 * @param onTime how many of those began within the tolerance
 * @param score {@code onTime / reported}, from 0 to 1; null where nobody reports
 * @param medianSeconds what lies in the middle of how far they were off, before or after; null where nobody reports
 * @param turnout of all reports together
 */
public record Synchrony(
        int committed,
        int reported,
        int onTime,
        @Nullable Double score,
        @Nullable Long medianSeconds,
        long turnout) {
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    public static Synchrony of(List<CityRow> cities) {
        var committed = cities.stream().filter(CityRow::isCommitted).toList();
        var reports =
                committed.stream().map(CityRow::report).filter(Objects::nonNull).toList();
        var off = reports.stream()
                .mapToLong(report -> Math.abs(report.lateSeconds()))
                .sorted()
                .toArray();
        var onTime = 0;
        for (var seconds : off) {
            if (seconds <= TOLERANCE.toSeconds()) {
                onTime++;
            }
        }
        var none = off.length == 0;
        return new Synchrony(
                committed.size(),
                off.length,
                onTime,
                none ? null : (double) onTime / off.length,
                none ? null : (off[(off.length - 1) / 2] + off[off.length / 2]) / 2,
                reports.stream().mapToLong(CityReport::turnout).sum());
    }
}
