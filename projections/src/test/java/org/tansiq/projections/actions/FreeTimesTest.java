package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tansiq.projections.actions.FreeTimes.Busy;

class FreeTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);

    /** With clocks that change at two, at midnight, by half an hour, and never. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "Asia/Beirut",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "Asia/Kathmandu",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    private static List<String> near(String wanted, Duration length, ZoneId zone, Busy... busy) {
        return FreeTimes.near(at(wanted, zone), length, zone, Instant.MIN, List.of(busy)).stream()
                .map(from -> LocalDateTime.ofInstant(from, zone).toString())
                .toList();
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Busy busy(String from, String until) {
        return new Busy(at(from, BERLIN), at(until, BERLIN));
    }

    @Test
    void where_nothing_is_in_the_way_it_is_the_wanted_time_and_those_around_it() {
        assertThat(near("2018-02-24T18:00", HOUR, BERLIN))
                .containsExactly(
                        "2018-02-24T18:00",
                        "2018-02-24T17:30",
                        "2018-02-24T18:30",
                        "2018-02-24T17:00",
                        "2018-02-24T19:00");
    }

    @Test
    void what_is_in_the_way_is_gone_around_and_what_only_touches_is_not_in_the_way() {
        assertThat(near("2018-02-24T18:00", HOUR, BERLIN, busy("2018-02-24T17:30", "2018-02-24T19:00")))
                .startsWith("2018-02-24T19:00", "2018-02-24T16:30");
    }

    @Test
    void a_day_without_room_is_left_for_the_same_hour_of_the_days_beside_it() {
        assertThat(near("2018-02-24T18:00", HOUR, BERLIN, busy("2018-02-24T00:00", "2018-02-25T00:00")))
                .startsWith("2018-02-25T18:00", "2018-02-23T18:00");
    }

    @Test
    void whoever_wants_the_night_is_shown_the_day() {
        assertThat(near("2018-02-24T23:30", HOUR, BERLIN)).startsWith("2018-02-24T21:00");
        assertThat(near("2018-02-24T03:00", HOUR, BERLIN)).startsWith("2018-02-24T08:00");
    }

    @Test
    void what_lasts_a_week_only_begins_by_day() {
        assertThat(near("2018-02-24T22:00", Duration.ofDays(7), BERLIN)).startsWith("2018-02-24T22:00");
    }

    @Test
    void nothing_begins_in_the_past() {
        var now = at("2018-02-24T18:10", BERLIN);

        assertThat(FreeTimes.near(at("2018-02-24T18:00", BERLIN), HOUR, BERLIN, now, List.of()))
                .hasSize(FreeTimes.MAX)
                .allMatch(from -> !from.isBefore(now));
    }

    @Test
    void nothing_is_found_where_there_is_no_room_at_all() {
        assertThat(near("2018-02-24T18:00", HOUR, BERLIN, busy("2018-01-01T00:00", "2018-04-01T00:00")))
                .isEmpty();
    }

    record Case(ZoneId zone, LocalDateTime wanted, Duration length, List<Busy> busy) {
        Instant instant() {
            return wanted.atZone(zone).toInstant();
        }
    }

    /** Around the days on which clocks change, and on which Samoa had no day at all. */
    @Provide
    Arbitrary<Case> cases() {
        var days = Arbitraries.of(
                LocalDate.of(2018, 3, 25),
                LocalDate.of(2018, 10, 28),
                LocalDate.of(2018, 3, 11),
                LocalDate.of(2018, 4, 1),
                LocalDate.of(2018, 10, 7),
                LocalDate.of(2011, 12, 30),
                LocalDate.of(2018, 6, 1));
        var wanted = Combinators.combine(
                        days,
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, beside, minute) -> day.plusDays(beside).atStartOfDay().plusMinutes(minute));
        var lengths = Arbitraries.integers().between(1, 20 * 60).map(Duration::ofMinutes);
        var others = Combinators.combine(
                        Arbitraries.integers().between(-5 * 24 * 60, 5 * 24 * 60),
                        Arbitraries.integers().between(1, 2 * 24 * 60))
                .as((from, length) -> new int[] {from, length})
                .list()
                .ofMaxSize(8);
        return Combinators.combine(Arbitraries.of(ZONES), wanted, lengths, others)
                .as((zone, time, length, windows) -> new Case(
                        zone,
                        time,
                        length,
                        windows.stream()
                                .map(window -> {
                                    var from = time.atZone(zone).toInstant().plus(Duration.ofMinutes(window[0]));
                                    return new Busy(from, from.plus(Duration.ofMinutes(window[1])));
                                })
                                .toList()));
    }

    private static List<Instant> near(Case one) {
        return FreeTimes.near(one.instant(), one.length(), one.zone(), Instant.MIN, one.busy());
    }

    @Property
    void nothing_is_in_the_way_of_what_is_proposed(@ForAll("cases") Case one) {
        assertThat(near(one)).allMatch(from -> isFree(one, from));
    }

    private static boolean isFree(Case one, Instant from) {
        var until = from.plus(one.length());
        return one.busy().stream().noneMatch(other -> other.from().isBefore(until) && from.isBefore(other.until()));
    }

    @Property
    void what_is_proposed_is_by_day_on_the_clocks_of_the_place(@ForAll("cases") Case one) {
        assertThat(near(one)).hasSizeLessThanOrEqualTo(FreeTimes.MAX).doesNotHaveDuplicates();
        for (var from : near(one)) {
            var begin = LocalDateTime.ofInstant(from, one.zone());
            var end = LocalDateTime.ofInstant(from.plus(one.length()), one.zone());
            assertThat(begin.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(22, 0));
            assertThat(begin.getMinute() % 30)
                    .isEqualTo(
                            LocalDateTime.ofInstant(one.instant(), one.zone()).getMinute() % 30);
            if (one.length().compareTo(Duration.ofHours(14)) <= 0) {
                assertThat(end).isBeforeOrEqualTo(begin.toLocalDate().atTime(22, 0));
            }
        }
    }

    @Property
    void no_time_of_the_same_day_that_is_free_and_nearer_is_left_out(@ForAll("cases") Case one) {
        var wanted = LocalDateTime.ofInstant(one.instant(), one.zone());
        var proposed = near(one);
        var left = new ArrayList<Instant>();
        for (var minute = 8 * 60 + wanted.getMinute() % 30; minute <= 22 * 60; minute += 30) {
            var time = wanted.toLocalDate().atStartOfDay().plusMinutes(minute);
            var from = time.atZone(one.zone()).toInstant();
            var isOnClock = LocalDateTime.ofInstant(from, one.zone()).equals(time);
            var ends = LocalDateTime.ofInstant(from.plus(one.length()), one.zone());
            var isOver = !ends.isAfter(wanted.toLocalDate().atTime(22, 0))
                    || one.length().compareTo(Duration.ofHours(14)) > 0;
            if (isOnClock && isOver && isFree(one, from) && !proposed.contains(from)) {
                left.add(from);
            }
        }
        assertThat(left.isEmpty() || proposed.size() == FreeTimes.MAX).isTrue();
        if (!left.isEmpty()) {
            var furthest = Duration.between(
                            wanted.toLocalTime(),
                            LocalDateTime.ofInstant(proposed.getLast(), one.zone())
                                    .toLocalTime())
                    .abs();
            assertThat(left)
                    .allSatisfy(from -> assertThat(Duration.between(
                                            wanted.toLocalTime(),
                                            LocalDateTime.ofInstant(from, one.zone())
                                                    .toLocalTime())
                                    .abs())
                            .isGreaterThanOrEqualTo(furthest));
        }
    }
}
