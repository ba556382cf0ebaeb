package org.tansiq.gateway.feeds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as calendars carry it, written from Java's own rules: those by which the local times were reckoned, so that
 * both agree. It holds from the first of the calendar's moments on: earlier changes of the clock would only confuse Outlook.
 */
final class Zone {
    /** So far beyond the last moment it goes where a zone has no rule for ever. */
    private static final Duration BEYOND = Duration.ofDays(366);
    /** After so many years the days of the week come round again. */
    private static final int YEARS = 28;

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Zone() {}

    static VTimeZone of(ZoneId zone, Instant earliest, Instant latest) {
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))),
                new ComponentList<>(observances(zone.getRules(), earliest, latest.plus(BEYOND))));
    }

    private static List<Observance> observances(ZoneRules rules, Instant earliest, Instant end) {
        var found = new ArrayList<Observance>();
        var first = rules.previousTransition(earliest.plusNanos(1));
        if (first == null) {
            var offset = rules.getOffset(earliest);
            found.add(observance(false, ALWAYS, offset, offset, null));
            first = rules.nextTransition(earliest);
        }
        var listed = rules.getTransitions();
        var lastListed = listed.isEmpty() ? Instant.MIN : listed.getLast().getInstant();
        var yearly = !rules.getTransitionRules().isEmpty() && lastListed.isBefore(end);
        var singleUntil = yearly ? lastListed : end;
        for (var change = first;
                change != null && !change.getInstant().isAfter(singleUntil);
                change = rules.nextTransition(change.getInstant())) {
            found.add(single(rules, change));
        }
        if (yearly && first != null) {
            var from = first.getInstant().isAfter(lastListed) ? first.getInstant() : lastListed.plusNanos(1);
            for (var rule : rules.getTransitionRules()) {
                found.addAll(everyYear(rules, rule, from, end));
            }
        }
        return found;
    }

    private static List<Observance> everyYear(
            ZoneRules rules, ZoneOffsetTransitionRule rule, Instant from, Instant end) {
        var year = from.atOffset(ZoneOffset.UTC).getYear() - 1;
        while (rule.createTransition(year).getInstant().isBefore(from)) {
            year++;
        }
        var changes = IntStream.range(year, year + YEARS)
                .mapToObj(rule::createTransition)
                .toList();
        var recurrence = recurrence(
                changes.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList());
        if (recurrence == null) {
            return changes.stream()
                    .filter(change -> !change.getInstant().isAfter(end))
                    .map(change -> single(rules, change))
                    .toList();
        }
        return List.of(observance(
                rules.isDaylightSavings(changes.getFirst().getInstant()),
                changes.getFirst().getDateTimeBefore(),
                changes.getFirst().getOffsetBefore(),
                changes.getFirst().getOffsetAfter(),
                recurrence));
    }

    /** The rule that gives these local times, one a year; null if no simple one does. */
    private static @Nullable String recurrence(List<LocalDateTime> changes) {
        var first = changes.getFirst();
        var days = changes.stream().map(LocalDateTime::toLocalDate).toList();
        var alike = changes.stream()
                .allMatch(change ->
                        change.toLocalTime().equals(first.toLocalTime()) && change.getMonth() == first.getMonth());
        if (!alike) {
            return null;
        }
        var month = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue();
        var min = days.stream().mapToInt(LocalDate::getDayOfMonth).min().orElseThrow();
        var max = days.stream().mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
        if (min == max) {
            return month + ";BYMONTHDAY=" + min;
        }
        if (days.stream().anyMatch(day -> day.getDayOfWeek() != first.getDayOfWeek())) {
            return null;
        }
        var day = ";BYDAY=";
        if (days.stream().allMatch(date -> date.plusWeeks(1).getMonth() != date.getMonth())) {
            return month + day + "-1" + name(first.getDayOfWeek());
        }
        if ((min - 1) % 7 == 0 && max == min + 6) {
            return month + day + ((min - 1) / 7 + 1) + name(first.getDayOfWeek());
        }
        var monthDays =
                IntStream.rangeClosed(min, max).mapToObj(Integer::toString).toList();
        return month + ";BYMONTHDAY=" + String.join(",", monthDays) + day + name(first.getDayOfWeek());
    }

    private static String name(DayOfWeek day) {
        return day.name().substring(0, 2);
    }

    private static Observance single(ZoneRules rules, ZoneOffsetTransition change) {
        return observance(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                null);
    }

    private static Observance observance(
            boolean summer, LocalDateTime begins, ZoneOffset before, ZoneOffset after, @Nullable String recurrence) {
        var properties = new ArrayList<Property>(
                List.of(new DtStart<>(begins), new TzOffsetFrom(before), new TzOffsetTo(after)));
        if (recurrence != null) {
            properties.add(new RRule<LocalDateTime>(recurrence));
        }
        var all = new PropertyList(properties);
        return summer ? new Daylight(all) : new Standard(all);
    }
}
