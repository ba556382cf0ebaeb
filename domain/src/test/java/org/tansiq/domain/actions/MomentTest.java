package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
