package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.PURPOSE;
import static org.tansiq.domain.Scene.refusedAs;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.Race;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Text;

/**
 * Each of two stewards sees the other and may go; together they would leave the coalition with none. Their memberships
 * have no tag in common, so only the boundary of the stewards keeps one of them.
 */
class StewardsRaceTest {
    private static final InvitationId INVITATION = new InvitationId("i-paris");

    private final Race race = new Race();

    @BeforeEach
    void two_stewards() {
        race.given(
                new RegisterOrganization(BERLIN, Text.of("en", "Berlin"), NOW),
                new RegisterOrganization(PARIS, Text.of("en", "Paris"), NOW),
                new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW),
                new InviteOrganization(GHOUTA, INVITATION, PARIS, BERLIN, NOW),
                new AcceptInvitation(GHOUTA, INVITATION, PARIS, NOW),
                new AppointSteward(GHOUTA, PARIS, BERLIN, NOW));
    }

    @AfterEach
    void stop() {
        race.close();
    }

    @Test
    void of_two_stewards_who_leave_at_once_one_goes_and_one_remains() throws InterruptedException {
        assertOneOf(new LeaveCoalition(GHOUTA, BERLIN, NOW), new LeaveCoalition(GHOUTA, PARIS, NOW));
    }

    @Test
    void of_two_stewards_who_step_down_at_once_one_remains() throws InterruptedException {
        assertOneOf(new StepDown(GHOUTA, BERLIN, NOW), new StepDown(GHOUTA, PARIS, NOW));
    }

    @Test
    void when_one_leaves_while_the_other_steps_down_one_remains() throws InterruptedException {
        assertOneOf(new LeaveCoalition(GHOUTA, BERLIN, NOW), new StepDown(GHOUTA, PARIS, NOW));
    }

    private void assertOneOf(Object one, Object other) throws InterruptedException {
        var before = race.facts().size();

        var outcomes = race.run(List.of(one, other));

        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(lost -> assertThat(lost).get().isInstanceOf(AppendEventsTransactionRejectedException.class));
        assertThat(race.facts()).hasSize(before + 1);
        assertThat(stewards().organizations()).hasSize(1);

        var loser = outcomes.get(0).isPresent() ? one : other;
        assertThat(race.refusal(loser)).satisfies(refusedAs(Conflict.class, "last-steward"));
    }

    private Stewards stewards() {
        var stewards = new Stewards();
        for (var fact : race.facts()) {
            stewards = switch (fact) {
                case CoalitionFounded founded -> stewards.on(founded);
                case StewardAppointed appointed -> stewards.on(appointed);
                case StewardSteppedDown down -> stewards.on(down);
                case OrganizationLeft left -> stewards.on(left);
                default -> stewards;
            };
        }
        return stewards;
    }
}
