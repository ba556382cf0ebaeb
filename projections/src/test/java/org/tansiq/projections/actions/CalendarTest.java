package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.actions.Calendar.ACTIONS;
import static org.tansiq.projections.actions.Calendar.COLLISIONS;
import static org.tansiq.projections.actions.Happened.*;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionApproached;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionShown;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;
import org.tansiq.projections.shared.View;

class CalendarTest {
    @Test
    void an_action_is_shown_in_the_time_of_its_city() {
        var slot = slot(NEW_YORK, "2018-02-24T22:00", "2018-02-25T01:00");
        assertThat(fold(scheduled("vigil", GREENS, slot)).all(ACTIONS))
                .containsExactly(new ActionRow(
                        "vigil",
                        "ghouta",
                        Text.of("en", "vigil"),
                        ActionKind.VIGIL,
                        ActionRow.Status.SCHEDULED,
                        NEW_YORK,
                        SQUARE,
                        slot.from(),
                        slot.until(),
                        LocalDateTime.parse("2018-02-24T22:00"),
                        LocalDateTime.parse("2018-02-25T01:00"),
                        List.of("greens"),
                        "Friends of Ghouta",
                        List.of("#SaveGhouta"),
                        null,
                        null,
                        0,
                        new Revision(0, NOW),
                        Visibility.COALITION,
                        Visibility.COALITION,
                        List.of(),
                        null,
                        null));
    }

    @Test
    void its_revision_goes_up_with_each_change_and_never_down() {
        var first = scheduled("vigil", GREENS, EVENING);
        var rows = fold(first, new OrganizerJoined(GHOUTA, action("vigil"), UNION, NOW));
        assertThat(rows.all(ACTIONS).getFirst().revision()).isEqualTo(new Revision(1, NOW));
        new Calendar().apply(new Recorded(5, cancelled("vigil", GREENS, EVENING)), rows);
        assertThat(rows.all(ACTIONS).getFirst().revision().sequence()).isEqualTo(5);
        new Calendar().apply(new Recorded(1, new OrganizerJoined(GHOUTA, action("vigil"), UNION, NOW)), rows);
        assertThat(rows.all(ACTIONS).getFirst().revision().sequence()).isEqualTo(5);
    }

    @Test
    void it_is_found_by_coalition_by_organiser_and_by_each_day_it_touches() {
        var rows = fold(scheduled("vigil", GREENS, slot(NEW_YORK, "2018-02-24T22:00", "2018-02-25T01:00")));
        assertThat(rows.all(ACTIONS).getFirst().keys())
                .isEqualTo(Set.of(
                        "coalition:ghouta",
                        "organizer:greens",
                        "place-day:new-york/2018-02-24",
                        "place-day:new-york/2018-02-25"));
    }

    @Test
    void organisers_come_and_go() {
        var rows = fold(
                scheduled("vigil", GREENS, EVENING),
                new OrganizerJoined(GHOUTA, action("vigil"), UNION, NOW),
                new OrganizerLeft(GHOUTA, action("vigil"), GREENS, NOW));
        assertThat(the("vigil", rows).organizers()).containsExactly("union");
        assertThat(the("vigil", rows).keys()).contains("organizer:union").doesNotContain("organizer:greens");
    }

    @Test
    void a_cancelled_action_stays_to_be_seen_with_the_reason() {
        var rows = fold(scheduled("vigil", GREENS, EVENING), cancelled("vigil", GREENS, EVENING));
        assertThat(the("vigil", rows).status()).isEqualTo(ActionRow.Status.CANCELLED);
        assertThat(the("vigil", rows).message()).isEqualTo(SORRY);
    }

    @Test
    void a_moved_action_is_shown_where_it_is_now() {
        var slot = slot(PARIS, "2018-02-26T12:00", "2018-02-26T13:00");
        var rows = fold(scheduled("vigil", GREENS, EVENING), rescheduled("vigil", GREENS, EVENING, slot, EMBASSY));
        var vigil = the("vigil", rows);
        assertThat(vigil.place()).isEqualTo(PARIS);
        assertThat(vigil.venue()).isEqualTo(EMBASSY);
        assertThat(vigil.localFrom()).isEqualTo(LocalDateTime.parse("2018-02-26T12:00"));
        assertThat(vigil.keys()).contains("place-day:paris/2018-02-26").doesNotContain("place-day:berlin/2018-02-24");
    }

    @Test
    void two_that_overlap_are_shown_with_when_and_whether_it_is_known() {
        var rows = fold(scheduled("vigil", GREENS, EVENING), scheduled("march", UNION, LATER, "vigil"));
        assertThat(rows.all(COLLISIONS))
                .containsExactly(new CollisionRow(
                        "vigil+march",
                        "ghouta",
                        "vigil",
                        "march",
                        BERLIN,
                        LATER.from(),
                        EVENING.until(),
                        Relation.OVERLAP,
                        null,
                        List.of(),
                        CollisionRow.State.OPEN,
                        List.of("greens"),
                        List.of(),
                        List.of("union"),
                        List.of(),
                        null));
        assertThat(rows.all(COLLISIONS).getFirst().keys())
                .isEqualTo(Set.of("coalition:ghouta", "action:vigil", "action:march", "waits-for:greens"));
    }

    @Test
    void the_later_is_the_one_that_came_later_to_the_log_whenever_it_takes_place() {
        assertThat(collisions(scheduled("march", UNION, LATER), scheduled("vigil", GREENS, EVENING, "march")))
                .containsExactly("march+vigil");
    }

    @Test
    void three_that_overlap_are_three_collisions() {
        assertThat(collisions(
                        scheduled("a", GREENS, EVENING),
                        scheduled("b", GREENS, EVENING, "a"),
                        scheduled("c", UNION, LATER, "a", "b")))
                .containsExactlyInAnyOrder("a+b", "a+c", "b+c");
    }

    @Test
    void neither_back_to_back_nor_another_city_nor_another_coalition_collides() {
        assertThat(collisions(
                        scheduled("vigil", GREENS, EVENING),
                        scheduled("next", GREENS, slot(BERLIN, "2018-02-24T20:00", "2018-02-24T21:00")),
                        scheduled("paris", GREENS, slot(PARIS, "2018-02-24T18:00", "2018-02-24T20:00")),
                        scheduled(ALEPPO, "aleppo", GREENS, EVENING, SQUARE)))
                .isEmpty();
    }

    @Test
    void an_overlap_across_midnight_is_seen() {
        assertThat(collisions(
                        scheduled("late", GREENS, slot(BERLIN, "2018-02-24T22:00", "2018-02-25T01:00")),
                        scheduled("early", UNION, slot(BERLIN, "2018-02-25T00:30", "2018-02-25T02:00"), "late")))
                .containsExactly("late+early");
    }

    @Test
    void an_action_of_several_days_collides_with_what_is_on_any_of_them() {
        assertThat(collisions(
                        scheduled("exhibition", GREENS, slot(BERLIN, "2018-02-20T10:00", "2018-02-26T18:00")),
                        scheduled("vigil", UNION, EVENING, "exhibition")))
                .containsExactly("exhibition+vigil");
    }

    @Test
    void moving_there_makes_a_collision_with_the_mover_as_the_later() {
        assertThat(collisions(
                        scheduled("vigil", GREENS, NEXT_WEEK),
                        scheduled("march", UNION, LATER),
                        rescheduled("vigil", GREENS, NEXT_WEEK, EVENING, "march")))
                .containsExactly("march+vigil");
    }

    @Test
    void moving_away_or_cancelling_dissolves_it() {
        assertThat(collisions(
                        scheduled("vigil", GREENS, EVENING),
                        scheduled("march", UNION, LATER, "vigil"),
                        rescheduled("vigil", GREENS, EVENING, NEXT_WEEK)))
                .isEmpty();
        assertThat(collisions(
                        scheduled("vigil", GREENS, EVENING),
                        scheduled("march", UNION, LATER, "vigil"),
                        cancelled("march", UNION, LATER)))
                .isEmpty();
    }

    @Test
    void what_is_cancelled_collides_with_nothing_new() {
        assertThat(collisions(
                        scheduled("vigil", GREENS, EVENING),
                        cancelled("vigil", GREENS, EVENING),
                        scheduled("march", UNION, LATER)))
                .isEmpty();
    }

    @Test
    void moving_within_an_overlap_turns_it_round_and_asks_for_knowledge_anew() {
        var rows = fold(
                scheduled("vigil", GREENS, EVENING),
                scheduled("march", UNION, EVENING, "vigil"),
                acknowledged("vigil", GREENS, "march"),
                rescheduled("vigil", GREENS, EVENING, LATER, "march"));
        assertThat(rows.all(COLLISIONS)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("march+vigil");
            assertThat(row.from()).isEqualTo(LATER.from());
            assertThat(row.until()).isEqualTo(EVENING.until());
            assertThat(row.acknowledgedBy()).containsExactly("greens");
        });
    }

    @Test
    void either_side_may_say_that_it_knows() {
        var both = fold(
                scheduled("vigil", GREENS, EVENING),
                scheduled("march", UNION, LATER, "vigil"),
                acknowledged("vigil", GREENS, "march"));
        assertThat(both.all(COLLISIONS).getFirst().acknowledgedBy()).containsExactly("union", "greens");
        var later = fold(
                scheduled("vigil", GREENS, EVENING),
                scheduled("march", UNION, LATER),
                acknowledged("march", UNION, "vigil"));
        assertThat(later.all(COLLISIONS).getFirst().acknowledgedBy()).containsExactly("union");
    }

    @Test
    void a_history_that_comes_again_leaves_the_same_rows() {
        List<Fact> history = List.of(
                scheduled("a", GREENS, EVENING),
                scheduled("b", UNION, LATER, "a"),
                scheduled("c", UNION, NEXT_WEEK),
                acknowledged("a", GREENS, "b"),
                rescheduled("a", GREENS, EVENING, NEXT_WEEK, "c"),
                rescheduled("b", UNION, LATER, EVENING),
                rescheduled("a", GREENS, NEXT_WEEK, LATER, "b"),
                scheduled("d", GREENS, EVENING, "a", "b"),
                cancelled("b", UNION, EVENING),
                rescheduled("c", UNION, NEXT_WEEK, EVENING, "a", "d"),
                acknowledged("d", GREENS, "c"));
        var once = Twice.fold(new Calendar(), history);
        var again = Twice.fold(new Calendar(), history);
        for (var from = 0; from < history.size(); from++) {
            for (var position = from; position < history.size(); position++) {
                new Calendar().apply(new Recorded(position, history.get(position)), again);
            }
            assertThat(again.all(ACTIONS)).isEqualTo(once.all(ACTIONS));
            assertThat(again.all(COLLISIONS)).isEqualTo(once.all(COLLISIONS));
        }
        assertThat(once.all(COLLISIONS)).extracting(CollisionRow::id).containsExactly("a+c", "a+d", "d+c");
    }

    @Test
    void it_looks_for_neighbours_only_where_they_can_be() {
        var history = new ArrayList<Fact>();
        for (var n = 0; n < 300; n++) {
            var city = place("city" + n, "Europe/Berlin", "DE");
            history.add(scheduled("a" + n, GREENS, slot(city, "2018-02-24T18:00", "2018-02-24T20:00")));
        }
        var asked = new Asked(Twice.fold(new Calendar(), history));
        new Calendar().apply(new Recorded(300, scheduled("vigil", UNION, EVENING)), asked);
        assertThat(asked.keys)
                .isEqualTo(Set.of(
                        "action:vigil",
                        "place-day:berlin/2018-02-23",
                        "place-day:berlin/2018-02-24",
                        "place-day:berlin/2018-02-25"));
        assertThat(asked.found).as("only itself").isEqualTo(1);
    }

    private static RowsInMemory fold(Fact... facts) {
        return Twice.fold(new Calendar(), List.of(facts));
    }

    private static List<String> collisions(Fact... facts) {
        return fold(facts).all(COLLISIONS).stream().map(CollisionRow::id).toList();
    }

    private static ActionRow the(String action, Rows rows) {
        return rows.get(ACTIONS, action).orElseThrow();
    }

    private static OverlapAcknowledged acknowledged(String action, OrganizationId by, String... others) {
        return new OverlapAcknowledged(GHOUTA, action(action), by, actions(others), NOW);
    }

    /** Notes what a projection asks for. */
    private static final class Asked implements Rows {
        private final Rows rows;
        private final Set<String> keys = new HashSet<>();
        private int found;

        Asked(Rows rows) {
            this.rows = rows;
        }

        @Override
        public <R extends Row> Optional<R> get(View<R> view, String id) {
            return rows.get(view, id);
        }

        @Override
        public <R extends Row> List<R> find(View<R> view, String key) {
            var answer = rows.find(view, key);
            keys.add(key);
            found += answer.size();
            return answer;
        }

        @Override
        public <R extends Row> void put(View<R> view, R row) {
            rows.put(view, row);
        }

        @Override
        public void remove(View<?> view, String id) {
            rows.remove(view, id);
        }
    }

    @Test
    void an_action_whose_venue_is_for_some_is_guarded() {
        var rows =
                fold(scheduled("vigil", GREENS, EVENING), shown("vigil", Visibility.COALITION, Visibility.Reach.ORG));

        var row = rows.all(ACTIONS).getFirst();
        assertThat(row.keys()).contains("guarded:ghouta");
        assertThat(row.audience().all()).isTrue();
        assertThat(row.venueAudience()).isEqualTo(new Audience(false, Set.of("greens")));
        assertThat(row.outside(false, false).venue()).isEqualTo(new Venue(new Text(Map.of()), null));
        assertThat(row.outside(true, false).venue()).isEqualTo(SQUARE);
    }

    @Test
    void an_embargo_hides_it_from_all_others_until_an_event_lifts_it() {
        var later = new Visibility(Visibility.Reach.PUBLIC, Set.of(), NOW);
        var hidden = fold(scheduled("vigil", GREENS, EVENING), shown("vigil", later, Visibility.Reach.COALITION));
        var lifted = fold(
                scheduled("vigil", GREENS, EVENING),
                shown("vigil", later, Visibility.Reach.COALITION),
                shown("vigil", later.lifted(null), Visibility.Reach.COALITION));

        assertThat(hidden.all(ACTIONS).getFirst().audience()).isEqualTo(new Audience(false, Set.of("greens")));
        assertThat(hidden.all(ACTIONS).getFirst().keys()).doesNotContain("public");
        assertThat(lifted.all(ACTIONS).getFirst().keys()).contains("public").doesNotContain("guarded:ghouta");
    }

    @Test
    void its_organisers_find_who_came_near() {
        var rows = fold(
                scheduled("vigil", GREENS, EVENING),
                new ActionApproached(GHOUTA, action("vigil"), UNION, EVENING, NOW),
                new ActionApproached(GHOUTA, action("vigil"), null, LATER, NOW));

        var row = rows.all(ACTIONS).getFirst();
        assertThat(row.approaches())
                .containsExactly(
                        new Approach("union", EVENING.from(), EVENING.until(), NOW),
                        new Approach(null, LATER.from(), LATER.until(), NOW));
        assertThat(row.keys()).contains("guarded:ghouta");
        assertThat(row.outside(true, false).approaches()).isEmpty();
    }

    private static ActionShown shown(String action, Visibility visibility, Visibility.Reach venue) {
        return new ActionShown(GHOUTA, action(action), GREENS, visibility, new Visibility(venue, Set.of(), null), NOW);
    }
}
