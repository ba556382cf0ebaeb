package org.tansiq.gateway.calendars;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/**
 * When something takes place that repeats by a rule. Bodies sit by the day at most: rules by hours or shorter are refused,
 * and so is what would go on for ever in one breath.
 */
final class Repeating {
    static final int TIMES_MAX = 200;

    private static final Set<String> PARTS =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Period BEFORE = Period.ofYears(1);
    private static final Period AFTER = Period.ofYears(2);
    private static final int YEARS_BACK_MAX = 20;
    private static final int RULE_LENGTH_MAX = 300;
    private static final int NUMBER_MAX = 10_000;

    private Repeating() {}

    /**
     * The times from a year ago until in two years.
     *
     * @param zone of the first, in whose local time it repeats
     * @throws Invalid {@code calendar-rule} or {@code too-many}
     */
    static List<LocalDateTime> times(ContentLine rule, LocalDateTime first, ZoneId zone, Instant now) {
        var today = LocalDateTime.ofInstant(now, zone);
        if (first.isBefore(today.minusYears(YEARS_BACK_MAX))) {
            throw refused(rule);
        }
        var until = today.plus(AFTER);
        var count = Integer.MAX_VALUE;
        var kept = new ArrayList<String>();
        if (rule.value().length() > RULE_LENGTH_MAX) {
            throw refused(rule);
        }
        for (var part : rule.value().strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            var is = part.indexOf('=');
            var name = is < 0 ? part : part.substring(0, is);
            var value = part.substring(is + 1);
            if (is < 0 || !PARTS.contains(name) || (name.equals("FREQ") && !FREQUENCIES.contains(value))) {
                throw refused(rule);
            }
            switch (name) {
                case "UNTIL" -> until = earlier(until, until(rule, value, zone));
                case "COUNT" -> count = number(rule, value);
                case "INTERVAL" -> kept.add(name + '=' + number(rule, value));
                default -> kept.add(part);
            }
        }
        var all = all(rule, String.join(";", kept), first, until).stream()
                .limit(count)
                .filter(time -> !time.isBefore(today.minus(BEFORE)))
                .toList();
        Limits.atMost("RRULE", all.size(), TIMES_MAX);
        return all;
    }

    private static List<LocalDateTime> all(ContentLine rule, String kept, LocalDateTime first, LocalDateTime until) {
        try {
            return new Recur<LocalDateTime>(kept).getDates(first, first, until.plusSeconds(1));
        } catch (RuntimeException notUnderstood) {
            throw refused(rule);
        }
    }

    private static LocalDateTime until(ContentLine rule, String value, ZoneId zone) {
        try {
            var local = Times.local(value);
            if (value.indexOf('T') < 0) {
                return local.plusDays(1).minusSeconds(1);
            }
            return value.endsWith("Z")
                    ? local.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
                    : local;
        } catch (DateTimeException unreadable) {
            throw refused(rule);
        }
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static int number(ContentLine rule, String value) {
        try {
            var number = Integer.parseInt(value);
            if (number < 1 || number > NUMBER_MAX) {
                throw refused(rule);
            }
            return number;
        } catch (NumberFormatException none) {
            throw refused(rule);
        }
    }

    private static Invalid refused(ContentLine rule) {
        var value = rule.value();
        return new Invalid(
                "calendar-rule",
                "RRULE",
                Map.of("rule", value.substring(0, Math.min(value.length(), RULE_LENGTH_MAX))));
    }
}
