package org.tansiq.projections.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tansiq.projections.actions.Calendar.ACTIONS;
import static org.tansiq.projections.actions.Calendar.COLLISIONS;
import static org.tansiq.projections.actions.Happened.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.MergeDeclined;
import org.tansiq.domain.actions.MergeProposed;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerJoined;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.ActionRow.Status;
import org.tansiq.projections.shared.RowsInMemory;
import org.tansiq.projections.shared.Twice;

class MergedActionsTest {
    private static final OrganizationId LAWYERS = new OrganizationId("lawyers");
    private static final Fact VIGIL = scheduled("vigil", GREENS, EVENING);
    private static final Fact MARCH = new ActionScheduled(
            GHOUTA,
            action("march"),
            UNION,
            Text.of("en", "march"),
            ActionKind.MARCH,
            EVENING,
            SQUARE,
            List.of("#SaveGhouta", "#StopTheSiege"),
            null,
            null,
            actions("vigil"),
            NOW);
    private static final MergeProposed PROPOSED =
            new MergeProposed(GHOUTA, action("vigil"), action("march"), GREENS, action("vigil"), NOW);
    private static final ActionsMerged MERGED = merged("vigil", "march", UNION);
    private static final MergeUndone UNDONE = undone("vigil", "march", Set.of(UNION));

    @Test
    void a_proposal_is_shown_on_both_sides() {
        var rows = fold(VIGIL, MARCH, PROPOSED);
        var proposal = new Merging.Proposed("vigil", "march", "greens", "vigil", NOW);
        assertThat(merging("vigil", rows).proposals()).containsExactly(proposal);
        assertThat(merging("march", rows).proposals()).containsExactly(proposal);
    }

    @Test
    void a_proposal_that_was_declined_leaves_nothing() {
        var rows =
                fold(VIGIL, MARCH, PROPOSED, new MergeDeclined(GHOUTA, action("vigil"), action("march"), UNION, NOW));
        assertThat(rows.all(ACTIONS)).isEqualTo(fold(VIGIL, MARCH).all(ACTIONS));
    }

    @Test
    void a_proposal_is_gone_from_both_when_either_moves_or_is_cancelled_or_its_proposer_leaves() {
        for (var fact : List.of(
                rescheduled("march", UNION, EVENING, LATER, "vigil"),
                rescheduled("vigil", GREENS, EVENING, LATER),
                cancelled("march", UNION, EVENING),
                new OrganizerLeft(GHOUTA, action("vigil"), GREENS, NOW))) {
            var rows = fold(VIGIL, MARCH, PROPOSED, fact);
            assertThat(the("vigil", rows).merging()).isNull();
            assertThat(the("march", rows).merging()).isNull();
        }
        var another = fold(VIGIL, MARCH, PROPOSED, new OrganizerLeft(GHOUTA, action("march"), UNION, NOW));
        assertThat(merging("march", another).proposals()).hasSize(1);
    }

    @Test
    void a_counter_proposal_is_in_the_place_of_the_first() {
        var counter = new MergeProposed(GHOUTA, action("march"), action("vigil"), UNION, action("march"), NOW);
        assertThat(merging("vigil", fold(VIGIL, MARCH, PROPOSED, counter)).proposals())
                .containsExactly(new Merging.Proposed("march", "vigil", "union", "march", NOW));
    }

    @Test
    void the_one_that_remains_has_the_organisers_and_hashtags_of_both_and_says_who_joined_it() {
        var rows = fold(VIGIL, MARCH, PROPOSED, MERGED);
        var vigil = the("vigil", rows);
        assertThat(vigil.status()).isEqualTo(Status.SCHEDULED);
        assertThat(vigil.organizers()).containsExactly("greens", "union");
        assertThat(vigil.keys()).contains("organizer:union", "guarded:ghouta");
        assertThat(vigil.outside(true, true).hashtags()).containsExactly("#SaveGhouta", "#StopTheSiege");
        assertThat(merging("vigil", rows).joined())
                .containsExactly(new Merging.Joined(
                        "march", "vigil", "march", List.of("union"), List.of("#SaveGhouta", "#StopTheSiege"), NOW));
        assertThat(merging("vigil", rows).proposals()).isEmpty();
        assertThat(vigil.revision().sequence()).isEqualTo(3);
    }

    @Test
    void the_one_that_is_gone_says_into_which_one_and_collides_with_nothing() {
        var rows = fold(VIGIL, MARCH, scheduled("stand", LAWYERS, EVENING, "vigil", "march"), PROPOSED, MERGED);
        var march = the("march", rows);
        assertThat(march.status()).isEqualTo(Status.MERGED);
        assertThat(merging("march", rows).into()).isEqualTo("vigil");
        assertThat(merging("march", rows).position()).isEqualTo(4);
        assertThat(march.revision().sequence()).isEqualTo(4);
        assertThat(rows.all(COLLISIONS)).extracting(CollisionRow::id).containsExactly("vigil+stand");
        assertThat(Merging.of(march.outside(true, true)).asleep()).isEmpty();
    }

    @Test
    void what_comes_to_its_place_and_time_meanwhile_does_not_collide_with_it() {
        var rows = fold(
                VIGIL,
                MARCH,
                rescheduled("vigil", GREENS, EVENING, slot(PARIS, "2018-02-24T18:00", "2018-02-24T20:00")),
                MERGED,
                scheduled("stand", LAWYERS, EVENING));
        assertThat(rows.all(COLLISIONS)).isEmpty();
    }

    @Test
    void undone_everything_is_as_it_was_and_the_revision_goes_up() {
        var before = fold(
                VIGIL,
                MARCH,
                scheduled("stand", LAWYERS, EVENING, "vigil"),
                new OverlapAcknowledged(GHOUTA, action("march"), UNION, actions("stand"), NOW));
        var after = fold(
                VIGIL,
                MARCH,
                scheduled("stand", LAWYERS, EVENING, "vigil"),
                new OverlapAcknowledged(GHOUTA, action("march"), UNION, actions("stand"), NOW),
                MERGED,
                UNDONE);
        assertThat(after.all(COLLISIONS)).isEqualTo(before.all(COLLISIONS)).hasSize(3);
        assertThat(after.all(ACTIONS))
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(before.all(ACTIONS));
        assertThat(the("march", after).revision().sequence()).isEqualTo(5);
        assertThat(the("vigil", after).revision().sequence()).isEqualTo(5);
    }

    @Test
    void what_came_meanwhile_collides_when_it_is_undone_and_whoever_did_that_knows() {
        var rows = fold(
                VIGIL,
                MARCH,
                MERGED,
                scheduled("stand", LAWYERS, EVENING, "vigil"),
                undone("vigil", "march", Set.of(UNION), "stand", "vigil"));
        assertThat(rows.get(COLLISIONS, "march+stand").orElseThrow().acknowledgedBy())
                .containsExactly("union");
        assertThat(rows.get(COLLISIONS, "vigil+march").orElseThrow().acknowledgedBy())
                .containsExactly("union");
    }

    @Test
    void of_two_that_are_gone_each_finds_the_other_as_it_was_whoever_is_back_first() {
        var stand = scheduled("stand", LAWYERS, EVENING, "vigil", "march");
        var standMerged = merged("vigil", "stand", LAWYERS);
        var standBack = undone("vigil", "stand", Set.of(LAWYERS), "vigil");
        var before = fold(VIGIL, MARCH, stand).all(COLLISIONS);
        assertThat(before).hasSize(3);
        assertThat(fold(VIGIL, MARCH, stand, standMerged, MERGED, standBack, UNDONE)
                        .all(COLLISIONS))
                .isEqualTo(before);
        assertThat(fold(VIGIL, MARCH, stand, standMerged, MERGED, UNDONE, standBack)
                        .all(COLLISIONS))
                .isEqualTo(before);
        assertThat(fold(VIGIL, MARCH, stand, MERGED, standMerged, standBack, UNDONE)
                        .all(COLLISIONS))
                .isEqualTo(before);
    }

    @Test
    void who_organised_both_stays_when_it_is_undone() {
        var rows = fold(
                VIGIL,
                MARCH,
                new OrganizerJoined(GHOUTA, action("vigil"), UNION, NOW),
                MERGED,
                undone("vigil", "march", Set.of()));
        assertThat(the("vigil", rows).organizers()).containsExactly("greens", "union");
    }

    @Test
    void merges_into_merges_keep_who_joined_whom_and_come_apart_one_by_one() {
        var stand = scheduled("stand", LAWYERS, LATER, "vigil", "march");
        var further = new ActionsMerged(
                GHOUTA, action("stand"), action("vigil"), LAWYERS, GREENS, EVENING, Set.of(GREENS, UNION), NOW);
        var rows = fold(VIGIL, MARCH, stand, MERGED, further);
        assertThat(the("stand", rows).organizers()).containsExactlyInAnyOrder("lawyers", "greens", "union");
        assertThat(the("stand", rows).outside(true, true).hashtags()).containsExactly("#SaveGhouta", "#StopTheSiege");
        assertThat(merging("stand", rows).joined())
                .extracting(Merging.Joined::action, Merging.Joined::into, Merging.Joined::with)
                .containsExactly(tuple("vigil", "stand", "vigil"), tuple("march", "vigil", "vigil"));

        rows = fold(VIGIL, MARCH, stand, MERGED, further, undone("stand", "vigil", Set.of(GREENS, UNION)));
        assertThat(the("stand", rows).merging()).isNull();
        assertThat(the("stand", rows).organizers()).containsExactly("lawyers");
        assertThat(merging("vigil", rows).joined()).hasSize(1);
        assertThat(the("march", rows).status()).isEqualTo(Status.MERGED);
    }

    @Test
    void of_what_one_may_not_see_it_does_not_speak() {
        var rows = fold(VIGIL, MARCH, MERGED);
        var withoutVigil = the("march", rows).seeing(action -> !action.equals("vigil"));
        assertThat(withoutVigil.status()).isEqualTo(Status.MERGED);
        assertThat(Merging.of(withoutVigil).into()).isNull();
        assertThat(the("vigil", rows).seeing(action -> !action.equals("march")).merging())
                .isNull();
        var proposed = fold(VIGIL, MARCH, PROPOSED);
        assertThat(the("vigil", proposed)
                        .seeing(action -> !action.equals("march"))
                        .merging())
                .isNull();
        assertThat(the("vigil", proposed).seeing(action -> true)).isEqualTo(the("vigil", proposed));
    }

    private static RowsInMemory fold(Fact... facts) {
        return Twice.fold(new Calendar(), List.of(facts));
    }

    private static ActionRow the(String action, RowsInMemory rows) {
        return rows.get(ACTIONS, action).orElseThrow();
    }

    private static Merging merging(String action, RowsInMemory rows) {
        return Merging.of(the(action, rows));
    }

    private static ActionsMerged merged(String action, String gone, OrganizationId by) {
        return new ActionsMerged(GHOUTA, action(action), action(gone), by, GREENS, EVENING, Set.of(by), NOW);
    }

    private static MergeUndone undone(String action, String gone, Set<OrganizationId> left, String... acknowledged) {
        return new MergeUndone(GHOUTA, action(action), action(gone), UNION, EVENING, left, actions(acknowledged), NOW);
    }
}
