package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MomentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    @Property
    void the_same_local_time_is_that_time_on_the_clocks_of_every_zone(
            @ForAll("localTimes") LocalDateTime localTime, @ForAll("zones") ZoneId zone) {
        var there = LocalDateTime.ofInstant(new Moment.SameLocalTime(localTime).in(zone), zone);
        var gap = zone.getRules().getTransition(localTime);
        if (gap == null || gap.isOverlap()) {
            assertThat(there).isEqualTo(localTime);
        } else {
            assertThat(there).isEqualTo(localTime.plus(gap.getDuration()));
        }
    }

    @Property
    void the_same_instant_is_that_instant_in_every_zone(@ForAll("zones") ZoneId zone) {
        var instant = Instant.parse("2018-02-24T17:00:00Z");
        assertThat(new Moment.SameInstant(instant).in(zone)).isEqualTo(instant);
    }

    @Example
    void a_local_time_that_is_skipped_moves_on_by_the_gap() {
        assertThat(at("2018-03-25T02:30")).isEqualTo(Instant.parse("2018-03-25T01:30:00Z"));
    }

    @Example
    void a_local_time_that_comes_twice_is_the_first() {
        assertThat(at("2018-10-28T02:30")).isEqualTo(Instant.parse("2018-10-28T00:30:00Z"));
    }

    @Example
    void before_and_after_a_change_of_clocks_the_hour_is_the_same_and_the_instant_is_not() {
        assertThat(at("2018-03-24T18:00")).isEqualTo(Instant.parse("2018-03-24T17:00:00Z"));
        assertThat(at("2018-03-26T18:00")).isEqualTo(Instant.parse("2018-03-26T16:00:00Z"));
    }

    @Example
    void a_wave_goes_west_a_step_for_each_hour_and_parts_of_hours_in_proportion() {
        assertThat(wave("Pacific/Kiritimati")).isEqualTo(Instant.parse("2018-02-24T10:00:00Z"));
        assertThat(wave("Asia/Dubai")).isEqualTo(Instant.parse("2018-02-24T10:00:00Z"));
        assertThat(wave("Asia/Tehran")).isEqualTo(Instant.parse("2018-02-24T10:05:00Z"));
        assertThat(wave("Europe/Berlin")).isEqualTo(Instant.parse("2018-02-24T10:30:00Z"));
        assertThat(wave("America/New_York")).isEqualTo(Instant.parse("2018-02-24T11:30:00Z"));
    }

    @Property
    void nobody_further_west_begins_before_those_further_east(
            @ForAll("zones") ZoneId one, @ForAll("zones") ZoneId other) {
        var start = Instant.parse("2018-03-25T00:30:00Z");
        var east = one.getRules().getOffset(start).compareTo(other.getRules().getOffset(start)) <= 0 ? one : other;
        var west = east.equals(one) ? other : one;
        var wave = new Moment.RollingWave(start, ZoneOffset.ofHours(14), Duration.ofMinutes(7));
        assertThat(wave.in(west)).isAfterOrEqualTo(wave.in(east));
        assertThat(wave.in(east)).isAfterOrEqualTo(start);
    }

    @Example
    void a_step_of_an_hour_is_the_same_local_time_everywhere() {
        var wave = new Moment.RollingWave(
                Instant.parse("2018-02-24T04:00:00Z"), ZoneOffset.ofHours(14), Duration.ofHours(1));
        var same = new Moment.SameLocalTime(LocalDateTime.parse("2018-02-24T18:00"));
        for (var zone : List.of("Asia/Kolkata", "Europe/Berlin", "America/New_York")) {
            assertThat(wave.in(ZoneId.of(zone))).isEqualTo(same.in(ZoneId.of(zone)));
        }
    }

    private static Instant wave(String zone) {
        return new Moment.RollingWave(
                        Instant.parse("2018-02-24T10:00:00Z"), ZoneOffset.ofHours(4), Duration.ofMinutes(10))
                .in(ZoneId.of(zone));
    }

    @Provide
    Arbitrary<LocalDateTime> localTimes() {
        var start = LocalDateTime.parse("2000-01-01T00:00");
        return Arbitraries.longs().between(0, 40L * 366 * 24 * 60).map(start::plusMinutes);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    private static Instant at(String localTime) {
        return new Moment.SameLocalTime(LocalDateTime.parse(localTime)).in(BERLIN);
    }
}
