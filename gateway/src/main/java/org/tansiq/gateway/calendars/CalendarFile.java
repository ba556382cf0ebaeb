package org.tansiq.gateway.calendars;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/**
 * What a file of calendars holds, in its order.
 *
 * @param zone in which times are read that name none
 */
public record CalendarFile(ZoneId zone, List<CalendarEntry> entries) {
    /** Entries of a file, those that repeat by a rule counted each time. */
    public static final int ENTRIES_MAX = Parts.ENTRIES_MAX;

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int RULES_MAX = 100;

    public CalendarFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a file of at most {@link #ENTRIES_MAX} entries, {@value #RULES_MAX} of which repeat.
     *
     * @param given the zone of times that name none; where there is none, the one that Google's calendars say they are in, else UTC
     * @param now the times of what repeats are those from a year before it until two years after it
     * @throws Invalid as {@link Parts#of}
     */
    public static CalendarFile of(byte[] file, @Nullable ZoneId given, Instant now) {
        var calendars = Parts.of(file).parts();
        var zone = Optional.ofNullable(given)
                .or(() -> calendars.stream().flatMap(CalendarFile::said).findFirst())
                .orElse(UTC);
        var entries = new ArrayList<CalendarEntry>();
        var rules = calendars.stream()
                .flatMap(calendar -> calendar.parts("VEVENT"))
                .filter(entry -> entry.first("RRULE").isPresent())
                .count();
        Limits.atMost("RRULE", (int) rules, RULES_MAX);
        for (var calendar : calendars) {
            var reading = new EntryReading(calendar, zone, now);
            var byThemselves = new HashSet<String>();
            for (var own : List.of(true, false)) {
                calendar.parts("VEVENT")
                        .filter(entry -> entry.first("RECURRENCE-ID").isPresent() == own)
                        .forEach(entry -> {
                            read(reading, entry).stream()
                                    .filter(one -> own ? noted(one, byThemselves) : !byThemselves.contains(key(one)))
                                    .forEach(entries::add);
                            Limits.atMost("VEVENT", entries.size(), ENTRIES_MAX);
                        });
            }
        }
        entries.sort(Comparator.comparingInt(CalendarEntry::line));
        return new CalendarFile(zone, entries);
    }

    /** One time of those that repeat, that has an entry of its own, is as that entry says. */
    private static boolean noted(CalendarEntry entry, Set<String> byThemselves) {
        byThemselves.add(key(entry));
        return true;
    }

    private static String key(CalendarEntry entry) {
        return entry instanceof CalendarEntry.Read read ? read.recurrence() + ' ' + read.uid() : "";
    }

    private static Stream<ZoneId> said(Part calendar) {
        return calendar.first("X-WR-TIMEZONE").flatMap(said -> FileZones.java(said.text())).stream();
    }

    private static List<? extends CalendarEntry> read(EntryReading reading, Part entry) {
        var broken = entry.unreadable();
        try {
            if (broken != null) {
                throw new Invalid("calendar-line", "VEVENT", Map.of("line", broken));
            }
            return reading.read(entry);
        } catch (Invalid why) {
            return List.of(new CalendarEntry.Unreadable(
                    entry.line(), EntryReading.uid(entry), EntryReading.summary(entry), why));
        }
    }
}
