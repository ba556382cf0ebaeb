package org.tansiq.gateway.calendars;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a zone: the place that some programs write beside it, or its changes of the clock. Yearly rules on a
 * day of a month are understood, which is all that calendars are written with.
 */
record FileZone(String place, List<Observance> observances) {
    private static final int OBSERVANCES_MAX = 500;
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** From when on, by the clock before, there was another offset. */
    private record Onset(LocalDateTime at, ZoneOffset after) {}

    /** @param rule by the names of its parts; empty where it began once */
    private record Observance(LocalDateTime begins, ZoneOffset before, ZoneOffset after, Map<String, String> rule) {
        /** The last time at or before this when it began. */
        Optional<Onset> last(LocalDateTime at) {
            if (begins.isAfter(at)) {
                return Optional.empty();
            }
            return Stream.concat(
                            Stream.of(begins),
                            rule.isEmpty()
                                    ? Stream.empty()
                                    : IntStream.of(at.getYear(), at.getYear() - 1)
                                            .boxed()
                                            .flatMap(this::in))
                    .filter(onset -> !onset.isAfter(at) && !onset.isBefore(begins) && !isOver(onset))
                    .max(Comparator.naturalOrder())
                    .map(onset -> new Onset(onset, after));
        }

        private Stream<LocalDateTime> in(int year) {
            var month = YearMonth.of(year, number(rule.get("BYMONTH"), begins.getMonthValue()));
            var named = rule.get("BYDAY");
            var numbered = rule.get("BYMONTHDAY");
            var dates = numbered == null
                    ? Set.<Integer>of()
                    : Arrays.stream(numbered.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
            return IntStream.rangeClosed(1, month.lengthOfMonth())
                    .mapToObj(month::atDay)
                    .filter(day -> dates.isEmpty()
                            || dates.contains(day.getDayOfMonth())
                            || dates.contains(day.getDayOfMonth() - month.lengthOfMonth() - 1))
                    .filter(day -> named == null
                            ? !dates.isEmpty() || day.getDayOfMonth() == begins.getDayOfMonth()
                            : isNamed(day, named))
                    .map(day -> day.atTime(begins.toLocalTime()));
        }

        /** Such as {@code SU}, {@code 2SU} or {@code -1SU}. */
        private static boolean isNamed(LocalDate day, String named) {
            var name = DAYS.get(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
            if (!named.endsWith(name)) {
                return false;
            }
            var nth = number(named.substring(0, named.length() - name.length()), 0);
            return nth == 0
                    || nth == (day.getDayOfMonth() - 1) / 7 + 1
                    || nth == -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        }

        private boolean isOver(LocalDateTime onset) {
            var until = rule.get("UNTIL");
            return until != null
                    && onset.toLocalDate().isAfter(Times.date(until.substring(0, Math.min(8, until.length()))));
        }

        private static int number(@Nullable String written, int otherwise) {
            return written == null || written.isBlank() ? otherwise : Integer.parseInt(written);
        }
    }

    static FileZone of(Part zone) {
        return new FileZone(
                zone.first("X-LIC-LOCATION").map(ContentLine::text).orElse(""),
                zone.parts().stream()
                        .limit(OBSERVANCES_MAX)
                        .flatMap(FileZone::observances)
                        .toList());
    }

    /** The offset of the clocks that show this time; nothing if the file does not say. */
    Optional<ZoneId> offset(LocalDateTime at) {
        try {
            return observances.stream()
                    .flatMap(one -> one.last(at).stream())
                    .max(Comparator.comparing(Onset::at))
                    .map(Onset::after)
                    .or(() -> observances.stream()
                            .min(Comparator.comparing(Observance::begins))
                            .map(Observance::before))
                    .map(ZoneId.class::cast);
        } catch (DateTimeException | NumberFormatException notUnderstood) {
            return Optional.empty();
        }
    }

    /** What is not understood is left out: the offset is then not known, or that of the rule before it. */
    private static Stream<Observance> observances(Part part) {
        try {
            var before = ZoneOffset.of(offset(part, "TZOFFSETFROM"));
            var after = ZoneOffset.of(offset(part, "TZOFFSETTO"));
            var rule = part.first("RRULE").map(one -> rule(one.value())).orElse(Map.of());
            var begins = Stream.concat(part.all("DTSTART"), part.all("RDATE"))
                    .flatMap(one -> Arrays.stream(one.value().split(",")))
                    .limit(OBSERVANCES_MAX)
                    .map(Times::local)
                    .toList();
            return begins.stream()
                    .map(at -> new Observance(at, before, after, at.equals(begins.getFirst()) ? rule : Map.of()));
        } catch (DateTimeException notUnderstood) {
            return Stream.empty();
        }
    }

    private static String offset(Part part, String name) {
        return part.first(name).map(one -> one.value().strip()).orElse("");
    }

    private static Map<String, String> rule(String value) {
        var parts = new HashMap<String, String>();
        for (var one : value.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            var is = one.indexOf('=');
            if (is > 0) {
                parts.put(one.substring(0, is), one.substring(is + 1));
            }
        }
        return parts;
    }
}
