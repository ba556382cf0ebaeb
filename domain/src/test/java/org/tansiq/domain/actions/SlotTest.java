package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.Text;

class SlotTest {
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    @Example
    void it_touches_the_dates_of_its_city_and_no_others() {
        assertThat(EVENING.placeDays()).isEqualTo(Set.of("berlin/2018-02-24"));
        assertThat(berlin("2018-02-24T22:00", "2018-02-25T00:30").placeDays())
                .isEqualTo(Set.of("berlin/2018-02-24", "berlin/2018-02-25"));
        assertThat(new Slot(NEW_YORK, Instant.parse("2018-02-25T01:00:00Z"), Instant.parse("2018-02-25T02:00:00Z"))
                        .placeDays())
                .isEqualTo(Set.of("new-york/2018-02-24"));
        assertThat(berlin("2018-02-27T22:00", "2018-03-02T08:00").placeDays())
                .isEqualTo(Set.of("berlin/2018-02-27", "berlin/2018-02-28", "berlin/2018-03-01", "berlin/2018-03-02"));
    }

    @Example
    void ending_at_midnight_it_does_not_touch_the_next_day() {
        assertThat(berlin("2018-02-24T22:00", "2018-02-25T00:00").placeDays()).isEqualTo(Set.of("berlin/2018-02-24"));
    }

    @Example
    void it_is_looked_for_a_day_around() {
        assertThat(EVENING.placeDaysAround())
                .isEqualTo(Set.of("berlin/2018-02-23", "berlin/2018-02-24", "berlin/2018-02-25"));
    }

    @Property
    void slots_of_one_city_that_overlap_share_a_place_day(
            @ForAll("places") Place place, @ForAll("windows") Windows windows) {
        var a = windows.one().in(place);
        var b = windows.other().in(place);
        Assume.that(a.overlaps(b));
        assertThat(a.placeDays()).containsAnyElementsOf(b.placeDays());
    }

    @Property
    void they_are_found_around_even_if_the_clocks_of_the_city_were_set_otherwise(
            @ForAll @IntRange(min = -6, max = 6) int hours,
            @ForAll @IntRange(min = -6, max = 6) int otherHours,
            @ForAll("windows") Windows windows) {
        var a = windows.one().in(city(ZoneOffset.ofHours(hours)));
        var b = windows.other().in(city(ZoneOffset.ofHours(otherHours)));
        Assume.that(a.overlaps(b));
        assertThat(a.placeDaysAround()).containsAnyElementsOf(b.placeDays());
    }

    @Property
    void overlapping_is_mutual_and_never_between_cities(
            @ForAll("places") Place place, @ForAll("windows") Windows windows) {
        var a = windows.one().in(place);
        var b = windows.other().in(place);
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
        assertThat(a.overlaps(a)).isTrue();
        assertThat(a.overlaps(windows.one().in(PARIS))).isFalse();
    }

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of(ZONES).map(SlotTest::city);
    }

    /** Two of up to three days, often overlapping, around the days on which clocks change. */
    @Provide
    Arbitrary<Windows> windows() {
        var starts = Arbitraries.of("2018-03-24T12:00:00Z", "2018-10-27T12:00:00Z", "2018-11-03T12:00:00Z");
        var lengths = Arbitraries.longs().between(1, 3 * 24 * 60);
        var apart = Arbitraries.longs().between(0, 2 * 24 * 60);
        return Combinators.combine(starts, lengths, apart, lengths).as((start, length, between, otherLength) -> {
            var from = Instant.parse(start);
            return new Windows(window(from, length), window(from.plus(Duration.ofMinutes(between)), otherLength));
        });
    }

    private static Window window(Instant from, long minutes) {
        return new Window(from, from.plus(Duration.ofMinutes(minutes)));
    }

    private static Place city(ZoneId zone) {
        return new Place(new CityId("somewhere"), zone, "XX", Text.of("en", "Somewhere"));
    }

    record Windows(Window one, Window other) {}

    record Window(Instant from, Instant until) {
        Slot in(Place place) {
            return new Slot(place, from, until);
        }
    }
}
