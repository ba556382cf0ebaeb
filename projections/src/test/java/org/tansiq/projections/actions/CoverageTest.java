package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.actions.Coverage.ANSWERS;
import static org.tansiq.projections.actions.Coverage.CITIES;
import static org.tansiq.projections.actions.Coverage.SYNCHRONIZED;
import static org.tansiq.projections.actions.Happened.*;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.CallAnswered;
import org.tansiq.domain.actions.CallResponse;
import org.tansiq.domain.actions.CityReported;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.OrganizationsAsked;
import org.tansiq.domain.actions.SilentReminded;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;

class CoverageTest {
    private static final Moment AT_SIX = new Moment.SameLocalTime(LocalDateTime.parse("2018-02-24T18:00"));
    private static final Slot BERLIN_AT_SIX = slot(BERLIN, "2018-02-24T18:00", "2018-02-24T19:00");

    @Test
    void a_call_is_shown_with_its_goal_and_no_city_yet() {
        var row = call(called(AT_SIX));
        assertThat(row.goal()).isEqualTo(15);
        assertThat(row.covered()).isEqualTo(new Tally(0, Map.of(), -1));
        assertThat(row.keys()).isEqualTo(Set.of("coalition:ghouta"));
    }

    @Test
    void a_committed_city_is_a_row_of_its_own_with_whose_it_is_and_its_local_time() {
        var slot = slot(NEW_YORK, "2018-02-24T18:00", "2018-02-24T19:00");
        var rows = fold(called(AT_SIX), committed(NEW_YORK, UNION, "ny"));
        assertThat(rows.all(CITIES))
                .containsExactly(new CityRow(
                        "balloons+new-york",
                        "ghouta",
                        "balloons",
                        "new-york",
                        CityRow.Standing.COMMITTED,
                        NEW_YORK,
                        "union",
                        "ny",
                        slot.from(),
                        slot.from(),
                        slot.until(),
                        LocalDateTime.parse("2018-02-24T18:00"),
                        LocalDateTime.parse("2018-02-24T19:00"),
                        null));
        assertThat(rows.all(CITIES).getFirst().keys())
                .isEqualTo(Set.of("coalition:ghouta", "call:balloons", "country:balloons+US", "organization:union"));
    }

    @Test
    void the_call_knows_how_many_cities_there_are_in_each_country_however_often_it_is_told() {
        var facts = List.of(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                committed(place("hamburg", "Europe/Berlin", "DE"), UNION, "ha"),
                committed(PARIS, GREENS, "pa"),
                withdrawn(BERLIN, GREENS, "be"));
        assertThat(fold(facts.toArray(Fact[]::new))
                        .get(SYNCHRONIZED, "balloons")
                        .orElseThrow()
                        .covered())
                .isEqualTo(new Tally(2, Map.of("DE", 1, "FR", 1), 4));
    }

    /** After a crash rows may be further than the events that come again. */
    @Test
    void events_that_come_again_after_later_ones_count_for_nothing() {
        var facts = List.of(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                withdrawn(BERLIN, GREENS, "be"),
                committed(PARIS, GREENS, "pa"));
        var rows = fold(facts.toArray(Fact[]::new));
        var coverage = new Coverage();
        for (var position = 1; position < facts.size(); position++) {
            coverage.apply(new Recorded(position, facts.get(position)), rows);
        }
        assertThat(rows.get(SYNCHRONIZED, "balloons").orElseThrow().covered())
                .isEqualTo(new Tally(1, Map.of("FR", 1), 3));
        assertThat(answer(rows, "greens").cities()).isEqualTo(new Tally(1, Map.of("FR", 1), 3));
    }

    @Test
    void a_city_withdrawn_is_found_by_its_call_no_more_and_may_be_anothers() {
        var rows = fold(called(AT_SIX), committed(BERLIN, GREENS, "be"), withdrawn(BERLIN, GREENS, "be"));
        assertThat(rows.find(CITIES, "call:balloons")).isEmpty();
        assertThat(rows.all(CITIES).getFirst().standing()).isEqualTo(CityRow.Standing.WITHDRAWN);

        rows = fold(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                withdrawn(BERLIN, GREENS, "be"),
                committed(BERLIN, UNION, "be2"));
        assertThat(rows.find(CITIES, "call:balloons"))
                .singleElement()
                .satisfies(city -> assertThat(city.by()).isEqualTo("union"));
    }

    @Test
    void a_city_whose_action_is_cancelled_is_gone() {
        // Cancelling the action of a city writes both.
        assertThat(fold(
                                called(AT_SIX),
                                committed(BERLIN, GREENS, "be"),
                                withdrawn(BERLIN, UNION, "be"),
                                cancelled("be", UNION, BERLIN_AT_SIX))
                        .find(CITIES, "call:balloons"))
                .isEmpty();
    }

    @Test
    void a_city_whose_action_was_moved_shows_when_it_really_acts_and_stays_whose_it_was() {
        var city = city(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                moved("be", BALLOONS, slot(BERLIN, "2018-02-24T20:00", "2018-02-24T21:00")));
        assertThat(city.by()).isEqualTo("greens");
        assertThat(city.planned()).isEqualTo(BERLIN_AT_SIX.from());
        assertThat(city.localFrom()).isEqualTo(LocalDateTime.parse("2018-02-24T20:00"));
        assertThat(city.localUntil()).isEqualTo(LocalDateTime.parse("2018-02-24T21:00"));
    }

    @Test
    void another_action_that_moves_in_that_city_changes_nothing() {
        var slot = slot(BERLIN, "2018-02-24T20:00", "2018-02-24T21:00");
        var before = city(called(AT_SIX), committed(BERLIN, GREENS, "be"));
        assertThat(city(called(AT_SIX), committed(BERLIN, GREENS, "be"), moved("other", null, slot)))
                .isEqualTo(before);
        assertThat(city(called(AT_SIX), committed(BERLIN, GREENS, "be"), moved("old", BALLOONS, slot)))
                .isEqualTo(before);
    }

    @Test
    void whoever_is_asked_is_silent_until_it_answers_or_commits_a_city() {
        var asked = new OrganizationsAsked(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW);
        var later = new CallAnswered(GHOUTA, BALLOONS, UNION, CallResponse.TAKES_PART_LATER, SORRY, NOW);
        var cannot = new CallAnswered(GHOUTA, BALLOONS, UNION, CallResponse.CANNOT, SORRY, NOW);
        assertThat(state(asked)).isEqualTo(AnswerRow.State.SILENT);
        assertThat(state(asked, new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW)))
                .isEqualTo(AnswerRow.State.SILENT);
        assertThat(state(asked, later)).isEqualTo(AnswerRow.State.LATER);
        assertThat(state(asked, later, cannot)).isEqualTo(AnswerRow.State.CANNOT);
        assertThat(state(asked, committed(BERLIN, UNION, "be"))).isEqualTo(AnswerRow.State.CITIES);
        assertThat(state(asked, later, committed(BERLIN, UNION, "be"), withdrawn(BERLIN, UNION, "be")))
                .isEqualTo(AnswerRow.State.LATER);
        assertThat(state(committed(BERLIN, UNION, "be"), withdrawn(BERLIN, UNION, "be")))
                .isEqualTo(AnswerRow.State.UNASKED);
    }

    @Test
    void a_reminder_is_remembered_with_who_was_reminded() {
        var at = NOW.plusSeconds(60);
        var row = answer(
                fold(
                        called(AT_SIX),
                        new OrganizationsAsked(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW),
                        new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, at)),
                "union");
        assertThat(row.asked()).isEqualTo(NOW);
        assertThat(row.reminded()).isEqualTo(at);
        assertThat(row.keys()).contains("call:balloons", "organization:union");
    }

    @Test
    void a_report_says_how_late_it_was_by_the_moment_of_the_call() {
        var city = city(
                called(AT_SIX),
                committed(BERLIN, GREENS, "be"),
                new CityReported(
                        GHOUTA,
                        BALLOONS,
                        BERLIN.city(),
                        GREENS,
                        BERLIN_AT_SIX.from().plusSeconds(240),
                        300,
                        List.of("https://example.org/a"),
                        NOW));
        assertThat(city.report())
                .isEqualTo(new CityReport(
                        BERLIN_AT_SIX.from().plusSeconds(240),
                        LocalDateTime.parse("2018-02-24T18:04"),
                        240,
                        300,
                        List.of("https://example.org/a"),
                        NOW));
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

    private static AnswerRow.State state(Fact... facts) {
        var all = new ArrayList<Fact>(List.of(called(AT_SIX)));
        all.addAll(List.of(facts));
        return answer(fold(all.toArray(Fact[]::new)), "union").state();
    }

    private static AnswerRow answer(RowsInMemory rows, String organization) {
        return rows.get(ANSWERS, "balloons+" + organization).orElseThrow();
    }

    private static CityRow city(Fact... facts) {
        return fold(facts).get(CITIES, "balloons+berlin").orElseThrow();
    }

    private static SynchronizedRow call(Fact... facts) {
        return fold(facts).get(SYNCHRONIZED, "balloons").orElseThrow();
    }

    private static RowsInMemory fold(Fact... facts) {
        return Twice.fold(new Coverage(), List.of(facts));
    }
}
