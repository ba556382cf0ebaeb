package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.actions.Coverage.SYNCHRONIZED;
import static org.tansiq.projections.actions.Happened.*;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Twice;

class CoverageTest {
    private static final Moment AT_SIX = new Moment.SameLocalTime(LocalDateTime.parse("2018-02-24T18:00"));
    private static final Slot BERLIN_AT_SIX = slot(BERLIN, "2018-02-24T18:00", "2018-02-24T19:00");

    @Test
    void a_call_is_shown_with_its_goal_and_no_city_yet() {
        assertThat(Twice.fold(new Coverage(), List.of(called(AT_SIX))).all(SYNCHRONIZED))
                .containsExactly(new SynchronizedRow(
                        "balloons",
                        "ghouta",
                        Text.of("en", "White balloons"),
                        ActionKind.VIGIL,
                        AT_SIX,
                        Duration.ofHours(1),
                        15,
                        NOW.plusSeconds(3600),
                        "greens",
                        List.of("#SaveGhouta"),
                        List.of()));
        assertThat(fold(called(AT_SIX)).keys()).isEqualTo(Set.of("coalition:ghouta"));
    }

    @Test
    void a_committed_city_is_shown_with_whose_it_is_and_its_local_time() {
        var slot = slot(NEW_YORK, "2018-02-24T18:00", "2018-02-24T19:00");
        assertThat(fold(called(AT_SIX), committed(NEW_YORK, UNION, "ny")).cities())
                .containsExactly(new CommittedCity(
                        "new-york",
                        NEW_YORK,
                        "union",
                        "ny",
                        slot.from(),
                        slot.until(),
                        LocalDateTime.parse("2018-02-24T18:00"),
                        LocalDateTime.parse("2018-02-24T19:00")));
    }

    @Test
    void cities_are_in_the_order_in_which_they_act() {
        assertThat(cities(
                        called(AT_SIX),
                        committed(NEW_YORK, UNION, "ny"),
                        committed(PARIS, UNION, "pa"),
                        committed(BERLIN, GREENS, "be")))
                .containsExactly("berlin", "paris", "new-york");
    }

    @Test
    void at_one_instant_they_are_in_the_order_of_their_ids() {
        assertThat(cities(
                        called(new Moment.SameInstant(NOW)),
                        committed(PARIS, UNION, "pa"),
                        committed(BERLIN, GREENS, "be"),
                        committed(NEW_YORK, UNION, "ny")))
                .containsExactly("berlin", "new-york", "paris");
    }

    @Test
    void a_city_withdrawn_is_gone_and_may_be_anothers() {
        assertThat(cities(called(AT_SIX), committed(BERLIN, GREENS, "be"), withdrawn(BERLIN, GREENS, "be")))
                .isEmpty();
        assertThat(fold(
                                called(AT_SIX),
                                committed(BERLIN, GREENS, "be"),
                                withdrawn(BERLIN, GREENS, "be"),
                                committed(BERLIN, UNION, "be2"))
                        .cities())
                .singleElement()
                .satisfies(city -> assertThat(city.by()).isEqualTo("union"));
    }

    @Test
    void a_city_whose_action_is_cancelled_is_gone() {
        // Cancelling the action of a city writes both.
        assertThat(cities(
                        called(AT_SIX),
                        committed(BERLIN, GREENS, "be"),
                        withdrawn(BERLIN, UNION, "be"),
                        cancelled("be", UNION, BERLIN_AT_SIX)))
                .isEmpty();
    }

    @Test
    void a_city_whose_action_was_moved_shows_when_it_really_acts_and_stays_whose_it_was() {
        var row = fold(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                committed(PARIS, GREENS, "pa"),
                moved("be", BALLOONS, slot(BERLIN, "2018-02-24T20:00", "2018-02-24T21:00")));
        assertThat(row.cities()).extracting(CommittedCity::city).containsExactly("paris", "berlin");
        assertThat(row.cities().getLast()).satisfies(city -> {
            assertThat(city.by()).isEqualTo("greens");
            assertThat(city.localFrom()).isEqualTo(LocalDateTime.parse("2018-02-24T20:00"));
            assertThat(city.localUntil()).isEqualTo(LocalDateTime.parse("2018-02-24T21:00"));
        });
    }

    @Test
    void another_action_that_moves_in_that_city_changes_nothing() {
        var slot = slot(BERLIN, "2018-02-24T20:00", "2018-02-24T21:00");
        var before = fold(called(AT_SIX), committed(BERLIN, GREENS, "be"));
        assertThat(fold(called(AT_SIX), committed(BERLIN, GREENS, "be"), moved("other", null, slot)))
                .isEqualTo(before);
        assertThat(fold(called(AT_SIX), committed(BERLIN, GREENS, "be"), moved("old", BALLOONS, slot)))
                .isEqualTo(before);
    }

    /** By a co-organiser, who does not become the city's. */
    private static ActionRescheduled moved(String action, @Nullable SynchronizedId call, Slot slot) {
        return new ActionRescheduled(
                GHOUTA,
                action(action),
                UNION,
                Text.of("en", "White balloons"),
                call,
                BERLIN_AT_SIX,
                slot,
                SQUARE,
                Set.of(),
                NOW);
    }

    private static List<String> cities(Fact... facts) {
        return fold(facts).cities().stream().map(CommittedCity::city).toList();
    }

    private static SynchronizedRow fold(Fact... facts) {
        return Twice.fold(new Coverage(), List.of(facts))
                .get(SYNCHRONIZED, "balloons")
                .orElseThrow();
    }
}
