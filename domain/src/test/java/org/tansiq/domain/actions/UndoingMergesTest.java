package org.tansiq.domain.actions;

import static org.tansiq.domain.actions.MergingActionsTest.*;
import static org.tansiq.domain.actions.Scene.*;

import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.test.fixture.AxonTestPhase;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;

class UndoingMergesTest {
    private static final Slot LATER = berlin("2018-02-26T18:00", "2018-02-26T20:00");
    private static final OrganizerJoined LAWYERS_JOINED = new OrganizerJoined(GHOUTA, VIGIL, LAWYERS, NOW);

    private static UndoMerge undo(OrganizationId by, ActionId... acknowledged) {
        return new UndoMerge(GHOUTA, VIGIL, MARCH, by, Set.of(acknowledged), NOW);
    }

    private static Fact[] one(Fact... then) {
        var all = new Fact[then.length + 2];
        all[0] = BY_GREENS;
        all[1] = MERGED;
        System.arraycopy(then, 0, all, 2, then.length);
        return two(all);
    }

    @Test
    void an_organiser_of_what_went_undoes_it() {
        writes(undo(UNION), UNDONE, one());
    }

    @Test
    void an_organiser_of_what_remained_undoes_it() {
        writes(
                undo(GREENS),
                new MergeUndone(GHOUTA, VIGIL, MARCH, GREENS, EVENING, Set.of(UNION), Set.of(VIGIL), NOW),
                one());
    }

    @Test
    void who_organises_neither_undoes_nothing() {
        refuses(undo(LAWYERS), refusal("not-organizer"), one());
        refuses(undo(STRANGERS), refusal("no-such-coalition"), one());
    }

    @Test
    void undoing_again_changes_nothing() {
        changesNothing(undo(UNION), one(UNDONE));
        changesNothing(undo(UNION), two());
    }

    @Test
    void what_came_back_is_moved_like_any_other_and_by_its_own() {
        var moved = reschedule(MARCH, UNION, LATER);
        writes(moved, rescheduled(MARCH, UNION, EVENING, LATER), one(UNDONE));
        refuses(reschedule(VIGIL, UNION, LATER), refusal("not-organizer"), one(UNDONE));
    }

    @Test
    void what_came_back_stands_in_its_place_again() {
        refuses(schedule(STAND, GREENS, EVENING), collidingWith(MARCH, VIGIL), one(UNDONE));
        refuses(schedule(STAND, GREENS, EVENING), collidingWith(VIGIL), one());
    }

    @Test
    void what_came_meanwhile_is_to_be_acknowledged() {
        var came = scheduled(STAND, LAWYERS, EVENING, VIGIL);
        refuses(undo(UNION), collidingWith(STAND, VIGIL), one(came));
        writes(
                undo(UNION, STAND),
                new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(UNION), Set.of(STAND, VIGIL), NOW),
                one(came));
    }

    @Test
    void what_stood_beside_it_before_is_known_still() {
        writes(
                undo(UNION),
                new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(UNION), Set.of(STAND, VIGIL), NOW),
                two(scheduled(STAND, LAWYERS, EVENING, VIGIL, MARCH), BY_GREENS, MERGED));
    }

    @Test
    void what_stood_beside_it_and_moved_is_to_be_acknowledged_anew() {
        var closer = berlin("2018-02-24T19:00", "2018-02-24T20:00");
        refuses(
                undo(UNION),
                collidingWith(VIGIL, STAND),
                two(
                        scheduled(STAND, LAWYERS, EVENING, VIGIL, MARCH),
                        BY_GREENS,
                        MERGED,
                        rescheduled(STAND, LAWYERS, EVENING, closer, VIGIL)));
    }

    @Test
    void of_two_that_knew_of_each_other_and_went_both_come_back() {
        // The stand goes into the vigil first, then the march; the stand is back before it.
        var standMerged = new ActionsMerged(GHOUTA, VIGIL, STAND, LAWYERS, GREENS, EVENING, Set.of(LAWYERS), NOW);
        var standBack = new MergeUndone(GHOUTA, VIGIL, STAND, LAWYERS, EVENING, Set.of(LAWYERS), Set.of(VIGIL), NOW);
        writes(
                undo(UNION),
                new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(UNION), Set.of(STAND, VIGIL), NOW),
                two(scheduled(STAND, LAWYERS, EVENING, VIGIL, MARCH), standMerged, BY_GREENS, MERGED, standBack));
    }

    @Test
    void the_other_of_the_pair_is_known_wherever_it_is_now() {
        var morning = berlin("2018-02-24T10:00", "2018-02-24T12:00");
        var moved = berlin("2018-02-24T17:00", "2018-02-24T19:00");
        writes(
                undo(UNION),
                UNDONE,
                joined(GREENS),
                joined(UNION),
                scheduled(VIGIL, GREENS, morning),
                scheduled(MARCH, UNION, EVENING),
                BY_GREENS,
                MERGED,
                rescheduled(VIGIL, GREENS, morning, moved));
    }

    @Test
    void it_comes_back_when_the_one_that_remained_was_cancelled() {
        writes(
                undo(UNION),
                new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(UNION), Set.of(), NOW),
                one(cancelled(VIGIL, GREENS, EVENING)));
    }

    @Test
    void who_left_meanwhile_and_joined_by_themselves_stays() {
        writes(
                undo(GREENS),
                new MergeUndone(GHOUTA, VIGIL, MARCH, GREENS, EVENING, Set.of(), Set.of(VIGIL), NOW),
                one(new OrganizerLeft(GHOUTA, VIGIL, UNION, NOW), new OrganizerJoined(GHOUTA, VIGIL, UNION, NOW)));
    }

    @Test
    void who_organised_both_before_organises_both_after() {
        writes(
                undo(UNION),
                new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(), Set.of(VIGIL), NOW),
                two(
                        new OrganizerJoined(GHOUTA, VIGIL, UNION, NOW),
                        new ActionsMerged(GHOUTA, VIGIL, MARCH, UNION, UNION, EVENING, Set.of(UNION), NOW)));
    }

    @Test
    void whom_two_merges_brought_stays_while_one_of_them_stands() {
        var stand = scheduled(STAND, UNION, LATER);
        var standMerged = new ActionsMerged(GHOUTA, VIGIL, STAND, UNION, UNION, LATER, Set.of(UNION), NOW);
        var marchBack = new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(), Set.of(VIGIL), NOW);
        writes(undo(UNION), marchBack, two(stand, BY_GREENS, MERGED, standMerged));
        writes(
                new UndoMerge(GHOUTA, VIGIL, STAND, UNION, Set.of(), NOW),
                new MergeUndone(GHOUTA, VIGIL, STAND, UNION, LATER, Set.of(UNION), Set.of(), NOW),
                two(stand, BY_GREENS, MERGED, standMerged, marchBack));
    }

    @Test
    void nobody_is_taken_away_if_that_left_it_without_an_organiser() {
        refuses(undo(UNION), refusal("last-organizer"), one(new OrganizerLeft(GHOUTA, VIGIL, GREENS, NOW)));
        writes(undo(UNION), UNDONE, one(LAWYERS_JOINED, new OrganizerLeft(GHOUTA, VIGIL, GREENS, NOW)));
    }

    @Test
    void what_nobody_organises_any_more_does_not_come_back() {
        refuses(undo(GREENS), refusal("last-organizer"), one(new OrganizerLeft(GHOUTA, MARCH, UNION, NOW)));
    }

    @Test
    void of_merges_into_merges_the_last_is_undone_first() {
        var further = new ActionsMerged(GHOUTA, STAND, VIGIL, LAWYERS, GREENS, EVENING, Set.of(GREENS, UNION), NOW);
        var given = two(scheduled(STAND, LAWYERS, LATER), BY_GREENS, MERGED, further);
        refuses(undo(UNION), refusal("action-merged"), given);
        writes(
                new UndoMerge(GHOUTA, STAND, VIGIL, GREENS, Set.of(), NOW),
                new MergeUndone(GHOUTA, STAND, VIGIL, GREENS, EVENING, Set.of(GREENS, UNION), Set.of(), NOW),
                given);
        var back = new MergeUndone(GHOUTA, STAND, VIGIL, GREENS, EVENING, Set.of(GREENS, UNION), Set.of(), NOW);
        writes(undo(UNION), UNDONE, two(scheduled(STAND, LAWYERS, LATER), BY_GREENS, MERGED, further, back));
    }

    @Test
    void what_is_back_may_become_one_again() {
        writes(propose(GREENS), BY_GREENS, one(UNDONE));
        writes(agree(UNION), MERGED, one(UNDONE, BY_GREENS));
    }

    private static void writes(Object command, Fact event, Fact... given) {
        when(command, given, then -> then.events(event));
    }

    private static void refuses(Object command, Consumer<Throwable> refusal, Fact... given) {
        when(command, given, then -> then.noEvents().exceptionSatisfies(refusal));
    }

    private static void changesNothing(Object command, Fact... given) {
        when(command, given, then -> then.success().noEvents());
    }

    /** Each time in a log of its own. */
    private static void when(Object command, Fact[] given, Consumer<AxonTestPhase.Then.Command> then) {
        var fixture = fixture();
        then.accept(
                fixture.given().events((Object[]) given).when().command(command).then());
        fixture.stop();
    }
}
