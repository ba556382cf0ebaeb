package org.tansiq.projections.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When something else could be instead: as near to a wanted time as nothing is in the way, by the clocks of the place. The
 * same day comes first; then the days beside it, on each the hour that is nearest to the wanted one.
 */
public final class FreeTimes {
    public static final int MAX = 5;

    /** So many days before and after the wanted one. */
    public static final int DAYS_BESIDE = 3;

    /** Times in between are the wanted one and so many minutes more or less. */
    public static final int STEP_MINUTES = 30;

    /** Nobody comes earlier. */
    public static final LocalTime FIRST = LocalTime.of(8, 0);

    /** Then it is over; what lasts longer than a day of these hours only begins in them. */
    public static final LocalTime LAST = LocalTime.of(22, 0);

    private FreeTimes() {}

    /** @param until after {@code from}; half open, as all windows are */
    public record Busy(Instant from, Instant until) {
        boolean meets(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(until);
        }
    }

    /**
     * The nearest first, at most {@value #MAX}; the wanted one itself too, if nothing is in its way.
     *
     * @param length positive
     * @param notBefore nothing begins earlier
     */
    public static List<Instant> near(
            Instant wanted, Duration length, ZoneId zone, Instant notBefore, Collection<Busy> busy) {
        var local = LocalDateTime.ofInstant(wanted, zone);
        return days().flatMap(beside -> onDay(local, beside, length, zone).stream())
                .filter(from -> !from.isBefore(notBefore))
                .filter(from -> busy.stream().noneMatch(other -> other.meets(from, from.plus(length))))
                .limit(MAX)
                .toList();
    }

    /** The wanted day, then each pair of days beside it. */
    private static Stream<List<Integer>> days() {
        return Stream.concat(
                Stream.of(List.of(0)), IntStream.rangeClosed(1, DAYS_BESIDE).mapToObj(away -> List.of(away, -away)));
    }

    private static List<Instant> onDay(LocalDateTime wanted, List<Integer> beside, Duration length, ZoneId zone) {
        var times = new ArrayList<LocalDateTime>();
        for (var days : beside) {
            times.addAll(hours(wanted.toLocalDate().plusDays(days), wanted.getMinute() % STEP_MINUTES));
        }
        var hour = wanted.toLocalTime();
        return times.stream()
                .sorted(Comparator.comparing((LocalDateTime time) ->
                                Duration.between(hour, time.toLocalTime()).abs())
                        .thenComparing(
                                Comparator.comparing(LocalDateTime::toLocalDate).reversed())
                        .thenComparing(LocalDateTime::toLocalTime))
                .filter(time -> exists(time, zone))
                .map(time -> time.atZone(zone).toInstant())
                .filter(from -> fits(from, length, zone))
                .toList();
    }

    private static List<LocalDateTime> hours(LocalDate day, int minute) {
        var times = new ArrayList<LocalDateTime>();
        for (var time = day.atTime(FIRST).plusMinutes(minute);
                !time.toLocalTime().isAfter(LAST);
                time = time.plusMinutes(STEP_MINUTES)) {
            times.add(time);
        }
        return times;
    }

    /** Some hours the clocks leave out. */
    private static boolean exists(LocalDateTime time, ZoneId zone) {
        return !zone.getRules().getValidOffsets(time).isEmpty();
    }

    private static boolean fits(Instant from, Duration length, ZoneId zone) {
        var begin = LocalDateTime.ofInstant(from, zone);
        return length.compareTo(Duration.between(FIRST, LAST)) > 0
                || !LocalDateTime.ofInstant(from.plus(length), zone)
                        .isAfter(begin.toLocalDate().atTime(LAST));
    }
}
