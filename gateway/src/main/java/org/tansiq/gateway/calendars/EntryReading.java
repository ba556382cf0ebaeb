package org.tansiq.gateway.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.calendars.CalendarEntry.Note;
import org.tansiq.gateway.calendars.CalendarEntry.Read;

/** Reads the entries of one calendar. */
final class EntryReading {
    /** What this program adds to its own calendars, so that they come back as they were. */
    static final String OWN = "X-TANSIQ-";

    private static final Duration WITHOUT_END = Duration.ofHours(1);
    private static final int UID_LENGTH_MAX = 1_000;

    private final FileZones zones;
    private final ZoneId otherwise;
    private final Instant now;
    private final boolean callsOff;

    EntryReading(Part calendar, ZoneId otherwise, Instant now) {
        this.zones = new FileZones(calendar);
        this.otherwise = otherwise;
        this.now = now;
        this.callsOff = calendar.first("METHOD")
                .filter(method -> method.text().equalsIgnoreCase("CANCEL"))
                .isPresent();
    }

    static String uid(Part entry) {
        var uid = entry.first("UID").map(one -> one.value().strip()).orElse("");
        return uid.substring(0, Math.min(uid.length(), UID_LENGTH_MAX));
    }

    static String summary(Part entry) {
        return entry.first("SUMMARY").map(ContentLine::text).orElse("");
    }

    /**
     * The entry, once for each time if it repeats. A time that is taken out of those comes as one that was cancelled: it may
     * have been imported before.
     *
     * @throws Invalid that says what of it cannot be read
     */
    List<Read> read(Part entry) {
        if (uid(entry).isEmpty()) {
            throw new Invalid("missing-field", "UID");
        }
        var begins = Times.told(required(entry, "DTSTART"), zones);
        var zone = zone(entry, begins);
        var from = local(begins, zone);
        var until = end(entry, begins, from, zone);
        var notes = notes(entry, begins, from, until);
        if (!until.isAfter(from)) {
            if (until.isBefore(from)) {
                throw new Invalid("end-before-start", "DTEND");
            }
            until = from.plus(WITHOUT_END);
        }
        var lasting = Duration.between(from, until);
        var rule = entry.first("RRULE");
        if (entry.first("EXRULE").isPresent()) {
            throw new Invalid("calendar-rule", "EXRULE", Map.of("rule", "EXRULE"));
        }
        var more = moments(entry, "RDATE", zone);
        if (rule.isEmpty() && more.isEmpty()) {
            return List.of(one(entry, recurrence(entry, zone), from, lasting, zone, notes, isCancelled(entry)));
        }
        var without = moments(entry, "EXDATE", zone);
        var times = new LinkedHashSet<LocalDateTime>();
        times.add(from);
        rule.ifPresent(one -> times.addAll(Repeating.times(one, from, zone, now)));
        if (rule.isPresent() && from.isBefore(LocalDateTime.ofInstant(now, zone).minusYears(1))) {
            times.remove(from);
        }
        times.addAll(more);
        times.addAll(without);
        Limits.atMost("RDATE", times.size(), 2 * Repeating.TIMES_MAX);
        return times.stream()
                .sorted()
                .map(time -> one(
                        entry,
                        key(time, begins.wholeDay(), zone),
                        time,
                        lasting,
                        zone,
                        notes,
                        isCancelled(entry) || without.contains(time)))
                .toList();
    }

    private Read one(
            Part entry,
            String recurrence,
            LocalDateTime from,
            Duration lasting,
            ZoneId zone,
            Set<Note> notes,
            boolean cancelled) {
        return new Read(
                entry.line(),
                uid(entry),
                recurrence,
                sequence(entry),
                cancelled,
                text(entry, "SUMMARY", "TITLE"),
                text(entry, "LOCATION", "PLACE"),
                own(entry, "BODY"),
                zone,
                from.atZone(zone).toInstant(),
                from.plus(lasting).atZone(zone).toInstant(),
                leadDays(entry),
                notes);
    }

    private static ContentLine required(Part entry, String name) {
        return entry.first(name).orElseThrow(() -> new Invalid("missing-field", name));
    }

    /** In which it is announced: times in UTC are those of whoever wrote the calendar. */
    private ZoneId zone(Part entry, Told begins) {
        var own = entry.first(OWN + "ZONE").map(ContentLine::text).flatMap(EntryReading::known);
        var told = begins.zone();
        return own.orElse(told == null || told.equals(ZoneOffset.UTC) ? otherwise : told);
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Told told, ZoneId zone) {
        var in = told.zone();
        return in == null || in.equals(zone)
                ? told.local()
                : told.local().atZone(in).withZoneSameInstant(zone).toLocalDateTime();
    }

    private LocalDateTime end(Part entry, Told begins, LocalDateTime from, ZoneId zone) {
        var end = entry.first("DTEND");
        if (end.isPresent()) {
            var told = Times.told(end.get(), zones);
            // Some say of the last day that it is the end; a whole day lasts a day.
            return told.wholeDay() && begins.wholeDay() && !told.local().isAfter(from)
                    ? (told.local().equals(from) ? from.plusDays(1) : told.local())
                    : local(told, zone);
        }
        var lasts = entry.first("DURATION").map(Times::lasting);
        if (lasts.isPresent()) {
            return from.plus(lasts.get().days()).plus(lasts.get().hours());
        }
        return begins.wholeDay() ? from.plusDays(1) : from;
    }

    private static Set<Note> notes(Part entry, Told begins, LocalDateTime from, LocalDateTime until) {
        var notes = EnumSet.noneOf(Note.class);
        if (entry.first(OWN + "ZONE").isEmpty()) {
            if (begins.wholeDay()) {
                notes.add(Note.WHOLE_DAYS);
            } else if (begins.zone() == null) {
                notes.add(Note.NO_ZONE);
            }
        }
        if (until.equals(from)) {
            notes.add(Note.NO_END);
        }
        return notes;
    }

    private boolean isCancelled(Part entry) {
        return callsOff
                || entry.first("STATUS")
                        .filter(status -> status.text().toUpperCase(Locale.ROOT).startsWith("CANCEL"))
                        .isPresent();
    }

    private static int sequence(Part entry) {
        var written = entry.first("SEQUENCE").map(one -> one.value().strip()).orElse("0");
        try {
            return Math.clamp(Long.parseLong(written), 0, Integer.MAX_VALUE);
        } catch (NumberFormatException none) {
            throw new Invalid("calendar-line", "SEQUENCE", Map.of("line", entry.line()));
        }
    }

    private String recurrence(Part entry, ZoneId zone) {
        return entry.first("RECURRENCE-ID")
                .map(one -> {
                    if (one.parameters().containsKey("RANGE")) {
                        throw new Invalid("calendar-rule", one.name(), Map.of("rule", "RANGE"));
                    }
                    var told = Times.told(one, zones);
                    return key(local(told, zone), told.wholeDay(), zone);
                })
                .orElse("");
    }

    /** Which time it is of those that repeat, the same however it is written. */
    private static String key(LocalDateTime time, boolean wholeDay, ZoneId zone) {
        return wholeDay
                ? time.toLocalDate().toString()
                : time.atZone(zone).toInstant().toString();
    }

    private List<LocalDateTime> moments(Part entry, String name, ZoneId zone) {
        var moments = new ArrayList<LocalDateTime>();
        entry.all(name)
                .forEach(one -> Arrays.stream(one.value().split(",", 2 * Repeating.TIMES_MAX + 1))
                        .map(value -> local(Times.told(one, value, zones), zone))
                        .forEach(moments::add));
        return moments;
    }

    /** In the one language that calendars have room for, or in all of them where it is of our own writing and unchanged since. */
    private static Text text(Part entry, String name, String ownName) {
        var written = entry.all(name)
                .filter(one -> !one.text().isEmpty())
                .collect(Collectors.toMap(
                        ContentLine::language, ContentLine::text, (one, other) -> one, LinkedHashMap::new));
        var own = own(entry, ownName);
        return own.in().values().stream().anyMatch(written::containsValue) ? own : new Text(written);
    }

    private static Text own(Part entry, String name) {
        return new Text(lines(entry, OWN + name)
                .collect(Collectors.toMap(ContentLine::language, ContentLine::text, (one, other) -> one)));
    }

    private static Stream<ContentLine> lines(Part entry, String name) {
        return entry.all(name).limit(Limits.LANGUAGES_MAX);
    }

    private static @Nullable Integer leadDays(Part entry) {
        return entry.first(OWN + "LEAD-DAYS")
                .map(one -> one.value().strip())
                .filter(days -> days.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .orElse(null);
    }
}
