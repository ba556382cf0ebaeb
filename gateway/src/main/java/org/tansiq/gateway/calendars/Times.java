package org.tansiq.gateway.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;

/** Dates, times and durations as iCalendar writes them. */
final class Times {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{4}\\d{2}\\d{2})[Tt](\\d{2})(\\d{2})(\\d{2})?[Zz]?");
    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,8})S)?)?");
    private static final int SHOWN_LENGTH_MAX = 100;

    private Times() {}

    /** How long something lasts: days by the calendar, and hours by the clock. */
    record Lasting(Period days, Duration hours) {}

    static LocalDate date(String value) {
        var found = DATE.matcher(value.strip());
        if (!found.matches()) {
            throw new DateTimeException("Not a date");
        }
        return LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
    }

    /** A date is its midnight, and a leap second the one before it. */
    static LocalDateTime local(String value) {
        var found = TIME.matcher(value.strip());
        if (!found.matches()) {
            return date(value).atStartOfDay();
        }
        var second = found.group(4) == null ? 0 : Math.min(number(found.group(4)), 60);
        return date(found.group(1)).atTime(number(found.group(2)), number(found.group(3)), Math.min(second, 59));
    }

    /**
     * A time of a calendar.
     *
     * @throws Invalid {@code bad-time} or {@code bad-zone}
     */
    static Told told(ContentLine property, String value, FileZones zones) {
        try {
            var written = value.strip();
            var local = local(written);
            if (!TIME.matcher(written).matches()) {
                return new Told(local, true, null);
            }
            if (written.endsWith("Z") || written.endsWith("z")) {
                return new Told(local, false, ZoneOffset.UTC);
            }
            var zone = property.parameters().get("TZID");
            return new Told(local, false, zone == null || zone.isBlank() ? null : zones.zone(zone, local));
        } catch (DateTimeException unreadable) {
            throw bad(property, "20180224T170000Z");
        }
    }

    static Told told(ContentLine property, FileZones zones) {
        return told(property, property.value(), zones);
    }

    static Lasting lasting(ContentLine property) {
        var found = DURATION.matcher(property.value().strip());
        if (!found.matches()) {
            throw bad(property, "PT1H30M");
        }
        return new Lasting(
                Period.ofDays(number(found.group(1)) * 7 + number(found.group(2))),
                Duration.ofHours(number(found.group(3)))
                        .plusMinutes(number(found.group(4)))
                        .plusSeconds(number(found.group(5))));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Invalid bad(ContentLine property, String example) {
        var value = property.value();
        return new Invalid(
                "bad-time",
                property.name(),
                Map.of("given", value.substring(0, Math.min(value.length(), SHOWN_LENGTH_MAX)), "example", example));
    }
}
