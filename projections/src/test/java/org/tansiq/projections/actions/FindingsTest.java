package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.actions.Calendar.COLLISIONS;
import static org.tansiq.projections.actions.Happened.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.FindingAcknowledged;
import org.tansiq.domain.actions.FindingRaised;
import org.tansiq.domain.actions.FindingSaidDifferent;
import org.tansiq.domain.actions.FindingSeen;
import org.tansiq.domain.actions.Ground;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;

class FindingsTest {
    private static final Place POTSDAM = place("potsdam", "Europe/Berlin", "DE");
    private static final Slot IN_POTSDAM = new Slot(POTSDAM, EVENING.from(), EVENING.until());
    private static final Text WHY = Text.of("en", "Two squares");
    private static final Text NOTHING = new Text(Map.of());

    @Test
    void a_pair_says_what_was_found_of_it() {
        var row = row(met(raised(85, Ground.Kind.SAME_CITY, Ground.Kind.SAME_VENUE)));

        assertThat(row.relation()).isEqualTo(Relation.SAME_EVENT);
        assertThat(row.score()).isEqualTo(85);
        assertThat(row.grounds()).hasSize(2);
        assertThat(row.state()).isEqualTo(CollisionRow.State.OPEN);
        assertThat(row.waitsFor()).containsExactly("greens", "union");
        assertThat(row.keys()).contains("waits-for:greens", "waits-for:union");
    }

    @Test
    void what_was_found_where_it_stood_before_is_not_said_of_where_it_stands_now() {
        var row = row(met(raised(85), rescheduled("march", UNION, LATER, EVENING, SQUARE)));

        assertThat(row.score()).isNull();
        assertThat(row.relation()).isEqualTo(Relation.OVERLAP);
        assertThat(row.grounds()).isEmpty();
    }

    @Test
    void who_has_seen_it_is_shown() {
        assertThat(row(met(seen(GREENS), seen(UNION))).seenBy()).containsExactly("greens", "union");
    }

    @Test
    void it_waits_for_the_side_that_said_nothing_and_is_done_when_both_go_on() {
        var one = row(met(acknowledged(GREENS)));
        assertThat(one.state()).isEqualTo(CollisionRow.State.OPEN);
        assertThat(one.waitsFor()).containsExactly("union");

        var both = row(met(acknowledged(GREENS), acknowledged(UNION)));
        assertThat(both.state()).isEqualTo(CollisionRow.State.ACKNOWLEDGED);
        assertThat(both.waitsFor()).isEmpty();
        assertThat(both.acknowledged()).extracting(FoundRow.Said::reason).containsExactly(WHY, WHY);
    }

    @Test
    void who_joins_an_action_is_asked_too_and_who_leaves_it_no_more() {
        var paris = new OrganizationId("paris");
        var joined = row(met(new OrganizerJoined(GHOUTA, action("vigil"), paris, NOW)));
        assertThat(joined.waitsFor()).containsExactly("greens", "paris", "union");

        var left = row(met(
                new OrganizerJoined(GHOUTA, action("vigil"), paris, NOW),
                new OrganizerLeft(GHOUTA, action("vigil"), GREENS, NOW)));
        assertThat(left.waitsFor()).containsExactly("paris", "union");
    }

    @Test
    void what_is_different_waits_for_nobody() {
        var row = row(met(raised(60), different(UNION)));

        assertThat(row.state()).isEqualTo(CollisionRow.State.DIFFERENT);
        assertThat(row.waitsFor()).isEmpty();
        assertThat(row.different()).isEqualTo(new FoundRow.Said("union", NOTHING, NOW));
    }

    @Test
    void what_was_said_comes_back_with_the_pair_when_it_meets_again() {
        var apart = met(different(UNION), acknowledged(GREENS), rescheduled("march", UNION, LATER, NEXT_WEEK, SQUARE));
        assertThat(fold(apart).all(COLLISIONS)).isEmpty();

        var again = new ArrayList<>(apart);
        again.add(rescheduled("march", UNION, NEXT_WEEK, LATER, SQUARE));
        assertThat(row(again).state()).isEqualTo(CollisionRow.State.DIFFERENT);
        assertThat(row(again).acknowledged()).hasSize(1);
    }

    @Test
    void two_in_towns_that_touch_meet_once_that_was_found_and_until_either_moves() {
        List<Fact> towns =
                List.of(scheduled("vigil", GREENS, EVENING), scheduled("march", UNION, IN_POTSDAM), raised(70));
        assertThat(fold(towns.subList(0, 2)).all(COLLISIONS)).isEmpty();
        assertThat(fold(towns).all(COLLISIONS)).extracting(CollisionRow::id).containsExactly("vigil+march");

        var moved = new ArrayList<>(towns);
        moved.add(rescheduled("vigil", GREENS, EVENING, LATER, SQUARE));
        assertThat(fold(moved).all(COLLISIONS)).isEmpty();
    }

    @Test
    void what_was_found_and_is_cancelled_is_no_pair() {
        assertThat(fold(List.of(
                                scheduled("vigil", GREENS, EVENING),
                                scheduled("march", UNION, IN_POTSDAM),
                                cancelled("march", UNION, IN_POTSDAM),
                                raised(70)))
                        .all(COLLISIONS))
                .isEmpty();
    }

    @Test
    void two_in_towns_that_touch_are_a_pair_again_when_a_merge_of_one_is_undone() {
        var towns =
                List.<Fact>of(scheduled("vigil", GREENS, EVENING), scheduled("march", UNION, IN_POTSDAM), raised(70));
        var merged = new ArrayList<>(towns);
        merged.add(scheduled("candles", GREENS, LATER));
        merged.add(new ActionsMerged(
                GHOUTA, action("candles"), action("vigil"), GREENS, GREENS, EVENING, Set.of(GREENS), NOW));
        assertThat(fold(merged).all(COLLISIONS)).isEmpty();

        merged.add(
                new MergeUndone(GHOUTA, action("candles"), action("vigil"), GREENS, EVENING, Set.of(), Set.of(), NOW));

        assertThat(fold(merged).all(COLLISIONS))
                .filteredOn(row -> row.id().contains("march"))
                .singleElement()
                .satisfies(row -> assertThat(row.score()).isEqualTo(70));
    }

    @Test
    void without_venues_it_says_nothing_that_hangs_on_them() {
        var row = row(met(
                        raised(85, Ground.Kind.SAME_CITY, Ground.Kind.SAME_VENUE, Ground.Kind.TITLES_ALIKE),
                        acknowledged(GREENS)))
                .withoutVenues()
                .orElseThrow();

        assertThat(row.relation()).isEqualTo(Relation.OVERLAP);
        assertThat(row.score()).isNull();
        assertThat(row.grounds())
                .containsExactly(
                        new Ground(Ground.Kind.SAME_CITY, null),
                        new Ground(Ground.Kind.MINUTES_SHARED, 60L),
                        new Ground(Ground.Kind.TITLES_ALIKE, null));
        assertThat(row.acknowledged()).extracting(FoundRow.Said::reason).containsExactly(NOTHING);
    }

    @Test
    void without_venues_two_in_towns_that_touch_are_nothing() {
        var row = fold(List.of(
                        scheduled("vigil", GREENS, EVENING),
                        scheduled("march", UNION, IN_POTSDAM),
                        raised(70, Ground.Kind.CITIES_TOUCH)))
                .all(COLLISIONS)
                .getFirst();

        assertThat(row.withoutVenues()).isEmpty();
    }

    @Test
    void the_strongest_comes_first_and_what_was_not_judged_last() {
        var weak = row(met(raised(40)));
        var strong = row(met(raised(90)));
        var unjudged = row(met());

        assertThat(java.util.stream.Stream.of(unjudged, weak, strong).sorted(CollisionRow.STRONGEST_FIRST))
                .containsExactly(strong, weak, unjudged);
    }

    @Test
    void a_history_that_comes_again_leaves_the_same_rows() {
        List<Fact> history = List.of(
                scheduled("vigil", GREENS, EVENING),
                scheduled("march", UNION, IN_POTSDAM),
                raised(70),
                acknowledged(GREENS),
                rescheduled("march", UNION, IN_POTSDAM, LATER, SQUARE),
                seen(UNION),
                raised(60),
                rescheduled("march", UNION, LATER, IN_POTSDAM, SQUARE),
                raised(75),
                different(UNION));
        var once = fold(history);
        var again = fold(history);
        for (var from = 0; from < history.size(); from++) {
            for (var position = from; position < history.size(); position++) {
                new Calendar().apply(new Recorded(position, history.get(position)), again);
            }
            assertThat(again.all(COLLISIONS)).isEqualTo(once.all(COLLISIONS));
        }
        assertThat(once.all(COLLISIONS))
                .singleElement()
                .satisfies(row -> assertThat(row.score()).isEqualTo(75));
    }

    private static List<Fact> met(Fact... then) {
        var all = new ArrayList<Fact>(List.of(scheduled("vigil", GREENS, EVENING), scheduled("march", UNION, LATER)));
        all.addAll(List.of(then));
        return all;
    }

    private static RowsInMemory fold(List<Fact> facts) {
        return Twice.fold(new Calendar(), facts);
    }

    private static CollisionRow row(List<Fact> facts) {
        var rows = fold(facts).all(COLLISIONS);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static FindingRaised raised(int score, Ground.Kind... kinds) {
        return new FindingRaised(
                GHOUTA,
                action("march"),
                action("vigil"),
                Relation.SAME_EVENT,
                score,
                List.of(kinds).stream().map(kind -> new Ground(kind, null)).toList(),
                NOW);
    }

    private static FindingSeen seen(OrganizationId by) {
        return new FindingSeen(GHOUTA, action("march"), action("vigil"), by, NOW);
    }

    private static FindingAcknowledged acknowledged(OrganizationId by) {
        return new FindingAcknowledged(GHOUTA, action("march"), action("vigil"), by, WHY, NOW);
    }

    private static FindingSaidDifferent different(OrganizationId by) {
        return new FindingSaidDifferent(GHOUTA, action("march"), action("vigil"), by, NOTHING, NOW);
    }
}
