package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.test.fixture.AxonTestPhase;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

class MergingActionsTest {
    static final OrganizationId LAWYERS = new OrganizationId("lawyers");

    /** The vigil of the greens remains, the march of the union goes. */
    static final MergeProposed BY_GREENS = new MergeProposed(GHOUTA, VIGIL, MARCH, GREENS, VIGIL, NOW);

    static final MergeProposed BY_UNION = new MergeProposed(GHOUTA, VIGIL, MARCH, UNION, MARCH, NOW);
    static final ActionsMerged MERGED =
            new ActionsMerged(GHOUTA, VIGIL, MARCH, UNION, GREENS, EVENING, Set.of(UNION), NOW);
    static final MergeUndone UNDONE =
            new MergeUndone(GHOUTA, VIGIL, MARCH, UNION, EVENING, Set.of(UNION), Set.of(VIGIL), NOW);
    private static final Visibility OURS = new Visibility(Visibility.Reach.ORG, Set.of(), null);

    /** Two at one time in one city, each by somebody else; the lawyers organise neither. */
    static Fact[] two(Fact... then) {
        return Stream.concat(
                        Stream.of(
                                joined(GREENS),
                                joined(UNION),
                                joined(LAWYERS),
                                scheduled(VIGIL, GREENS, EVENING),
                                scheduled(MARCH, UNION, EVENING, VIGIL)),
                        Stream.of(then))
                .toArray(Fact[]::new);
    }

    static ProposeMerge propose(OrganizationId by) {
        return new ProposeMerge(GHOUTA, VIGIL, MARCH, by, NOW);
    }

    static AgreeToMerge agree(OrganizationId by) {
        return new AgreeToMerge(GHOUTA, VIGIL, MARCH, by, NOW);
    }

    static DeclineMerge decline(OrganizationId by) {
        return new DeclineMerge(GHOUTA, VIGIL, MARCH, by, NOW);
    }

    @Test
    void an_organiser_of_the_one_that_remains_proposes() {
        writes(propose(GREENS), List.of(BY_GREENS), two());
    }

    @Test
    void an_organiser_of_the_one_that_goes_proposes() {
        writes(propose(UNION), List.of(BY_UNION), two());
    }

    @Test
    void who_organises_neither_proposes_nothing() {
        refuses(propose(LAWYERS), "not-organizer", two());
    }

    @Test
    void an_outsider_proposes_nothing() {
        refuses(propose(STRANGERS), "no-such-coalition", two());
    }

    @Test
    void proposing_again_changes_nothing() {
        changesNothing(propose(GREENS), two(BY_GREENS));
    }

    @Test
    void proposing_what_the_other_side_proposed_is_to_agree() {
        writes(propose(UNION), List.of(MERGED), two(BY_GREENS));
    }

    @Test
    void whoever_organises_both_makes_them_one_at_once() {
        writes(
                propose(GREENS),
                List.of(new ActionsMerged(GHOUTA, VIGIL, MARCH, GREENS, GREENS, EVENING, Set.of(GREENS, UNION), NOW)),
                two(new OrganizerJoined(GHOUTA, MARCH, GREENS, NOW)));
    }

    @Test
    void the_other_side_agrees() {
        writes(agree(UNION), List.of(MERGED), two(BY_GREENS));
    }

    @Test
    void whoever_proposed_does_not_agree_for_the_others() {
        refuses(agree(GREENS), "other-side-agrees", two(BY_GREENS));
    }

    @Test
    void an_organiser_beside_the_proposer_does_not_agree_for_the_others() {
        refuses(agree(LAWYERS), "other-side-agrees", two(new OrganizerJoined(GHOUTA, VIGIL, LAWYERS, NOW), BY_GREENS));
    }

    @Test
    void who_organises_neither_does_not_agree() {
        refuses(agree(LAWYERS), "not-organizer", two(BY_GREENS));
    }

    @Test
    void nobody_agrees_to_what_was_not_proposed() {
        refuses(agree(UNION), "no-merge-proposal", two());
    }

    @Test
    void to_agree_that_the_one_goes_is_not_to_agree_that_the_other_does() {
        refuses(new AgreeToMerge(GHOUTA, MARCH, VIGIL, UNION, NOW), "no-merge-proposal", two(BY_GREENS));
    }

    @Test
    void a_counter_proposal_is_in_the_place_of_the_first() {
        var other = new MergeProposed(GHOUTA, MARCH, VIGIL, UNION, MARCH, NOW);
        writes(new ProposeMerge(GHOUTA, MARCH, VIGIL, UNION, NOW), List.of(other), two(BY_GREENS));
        refuses(agree(UNION), "no-merge-proposal", two(BY_GREENS, other));
    }

    @Test
    void agreeing_again_changes_nothing() {
        changesNothing(agree(UNION), two(BY_GREENS, MERGED));
        changesNothing(propose(GREENS), two(BY_GREENS, MERGED));
    }

    @Test
    void the_other_side_declines() {
        writes(decline(UNION), List.of(new MergeDeclined(GHOUTA, VIGIL, MARCH, UNION, NOW)), two(BY_GREENS));
    }

    @Test
    void the_proposer_takes_it_back() {
        writes(decline(GREENS), List.of(new MergeDeclined(GHOUTA, VIGIL, MARCH, GREENS, NOW)), two(BY_GREENS));
    }

    @Test
    void who_organises_neither_declines_nothing() {
        refuses(decline(LAWYERS), "not-organizer", two(BY_GREENS));
    }

    @Test
    void declining_what_is_not_proposed_changes_nothing() {
        changesNothing(decline(UNION), two());
        changesNothing(decline(UNION), two(BY_GREENS, new MergeDeclined(GHOUTA, VIGIL, MARCH, UNION, NOW)));
    }

    @Test
    void what_was_declined_cannot_be_agreed_to() {
        refuses(agree(UNION), "no-merge-proposal", two(BY_GREENS, new MergeDeclined(GHOUTA, VIGIL, MARCH, UNION, NOW)));
    }

    @Test
    void a_proposal_is_void_when_either_moves() {
        var later = berlin("2018-02-25T18:00", "2018-02-25T20:00");
        refuses(agree(UNION), "no-merge-proposal", two(BY_GREENS, rescheduled(VIGIL, GREENS, EVENING, later)));
        refuses(agree(UNION), "no-merge-proposal", two(BY_GREENS, rescheduled(MARCH, UNION, EVENING, later)));
    }

    @Test
    void a_proposal_is_void_when_its_proposer_leaves_the_action() {
        refuses(
                agree(UNION),
                "no-merge-proposal",
                two(
                        new OrganizerJoined(GHOUTA, VIGIL, LAWYERS, NOW),
                        BY_GREENS,
                        new OrganizerLeft(GHOUTA, VIGIL, GREENS, NOW)));
    }

    @Test
    void what_is_cancelled_becomes_one_with_nothing() {
        refuses(propose(GREENS), "action-cancelled", two(cancelled(MARCH, UNION, EVENING)));
        refuses(propose(GREENS), "action-cancelled", two(cancelled(VIGIL, GREENS, EVENING)));
        refuses(agree(UNION), "action-cancelled", two(BY_GREENS, cancelled(MARCH, UNION, EVENING)));
    }

    @Test
    void a_citys_answer_to_a_call_may_remain_and_not_go() {
        var given = new Fact[] {
            joined(GREENS),
            joined(UNION),
            called(AT_SIX),
            committed(BERLIN, GREENS, VIGIL),
            answering(VIGIL, GREENS, EVENING),
            scheduled(MARCH, UNION, EVENING, VIGIL)
        };
        writes(propose(GREENS), List.of(BY_GREENS), given);
        refuses(new ProposeMerge(GHOUTA, MARCH, VIGIL, UNION, NOW), "action-of-a-call", given);
    }

    @Test
    void an_action_does_not_become_one_with_itself() {
        assertThatThrownBy(() -> new ProposeMerge(GHOUTA, VIGIL, VIGIL, GREENS, NOW))
                .satisfies(refusal("same-action"));
    }

    @Test
    void what_is_merged_already_becomes_one_with_nothing_else() {
        var stand = scheduled(STAND, GREENS, berlin("2018-02-26T18:00", "2018-02-26T20:00"));
        var given = two(stand, BY_GREENS, MERGED);
        refuses(new ProposeMerge(GHOUTA, STAND, MARCH, GREENS, NOW), "action-merged", given);
        refuses(new ProposeMerge(GHOUTA, MARCH, STAND, UNION, NOW), "action-merged", given);
    }

    @Test
    void one_that_others_were_merged_into_may_be_merged_further() {
        var day = berlin("2018-02-26T18:00", "2018-02-26T20:00");
        writes(
                new ProposeMerge(GHOUTA, STAND, VIGIL, UNION, NOW),
                List.of(new ActionsMerged(GHOUTA, STAND, VIGIL, UNION, UNION, EVENING, Set.of(GREENS, UNION), NOW)),
                two(scheduled(STAND, UNION, day), BY_GREENS, MERGED));
    }

    @Test
    void what_one_may_not_see_is_not_there() {
        var hidden = new ActionShown(GHOUTA, MARCH, UNION, OURS, OURS, NOW);
        refuses(propose(GREENS), "no-such-action", two(hidden));
        refuses(propose(GREENS), "no-such-action", joined(GREENS), scheduled(VIGIL, GREENS, EVENING));
        refuses(
                propose(GREENS),
                "no-such-action",
                joined(GREENS),
                scheduled(VIGIL, GREENS, EVENING),
                scheduled(ALEPPO, MARCH, UNION, EVENING));
    }

    @Test
    void nobody_is_asked_to_agree_to_what_they_may_not_see() {
        refuses(propose(UNION), "merge-unseen", two(new ActionShown(GHOUTA, MARCH, UNION, OURS, OURS, NOW)));
    }

    @Test
    void the_one_that_is_gone_is_not_moved_joined_or_cancelled() {
        var given = two(BY_GREENS, MERGED);
        var later = berlin("2018-02-25T18:00", "2018-02-25T20:00");
        refuses(reschedule(MARCH, UNION, later), "action-merged", given);
        refuses(new JoinAction(GHOUTA, MARCH, LAWYERS, NOW), "action-merged", given);
        refuses(new CancelAction(GHOUTA, MARCH, UNION, SORRY, NOW), "action-merged", given);
        refuses(new AcknowledgeOverlap(GHOUTA, MARCH, UNION, Set.of(VIGIL), NOW), "action-merged", given);
    }

    @Test
    void nothing_overlaps_the_one_that_is_gone() {
        refuses(
                new AcknowledgeOverlap(GHOUTA, VIGIL, GREENS, Set.of(MARCH), NOW),
                "no-such-action",
                two(BY_GREENS, MERGED));
    }

    @Test
    void even_its_last_organiser_may_leave_the_one_that_is_gone() {
        writes(
                new LeaveAction(GHOUTA, MARCH, UNION, NOW),
                List.of(new OrganizerLeft(GHOUTA, MARCH, UNION, NOW)),
                two(BY_GREENS, MERGED));
    }

    @Test
    void the_organisers_of_the_one_that_is_gone_organise_the_one_that_remains() {
        var later = berlin("2018-02-25T18:00", "2018-02-25T20:00");
        writes(
                reschedule(VIGIL, UNION, later),
                List.of(rescheduled(VIGIL, UNION, EVENING, later)),
                two(BY_GREENS, MERGED));
        refuses(reschedule(VIGIL, UNION, later), "not-organizer", two(BY_GREENS));
    }

    @Test
    void the_place_and_time_of_the_one_that_is_gone_are_free() {
        var morning = berlin("2018-02-24T10:00", "2018-02-24T12:00");
        var apart = new Fact[] {
            joined(GREENS), joined(UNION), scheduled(VIGIL, GREENS, morning), scheduled(MARCH, UNION, EVENING)
        };
        when(schedule(STAND, GREENS, EVENING), apart, then -> then.noEvents().exceptionSatisfies(collidingWith(MARCH)));
        writes(
                schedule(STAND, GREENS, EVENING),
                List.of(scheduled(STAND, GREENS, EVENING)),
                Stream.concat(Stream.of(apart), Stream.of(BY_GREENS, MERGED)).toArray(Fact[]::new));
    }

    private static void writes(Object command, List<? extends Fact> events, Fact... given) {
        when(command, given, then -> then.events(events.toArray()));
    }

    private static void refuses(Object command, String code, Fact... given) {
        when(command, given, then -> then.noEvents().exceptionSatisfies(refusal(code)));
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
