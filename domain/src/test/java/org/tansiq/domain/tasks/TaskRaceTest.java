package org.tansiq.domain.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PURPOSE;
import static org.tansiq.domain.Scene.refusedAs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.Race;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.LeaveCoalition;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** All racers have read that they may before the first of them writes. */
class TaskRaceTest {
    private static final TaskId PERMIT = new TaskId("permit");
    private static final List<OrganizationId> RACERS = IntStream.rangeClosed(1, 8)
            .mapToObj(number -> new OrganizationId("racer-" + number))
            .toList();

    private final Race race = new Race();

    @BeforeEach
    void a_task_and_eight_members() {
        race.given(
                new RegisterOrganization(BERLIN, Text.of("en", "Berlin"), NOW),
                new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW),
                new OpenTask(GHOUTA, PERMIT, BERLIN, Text.of("en", "Permit"), Text.of("en", ""), null, null, NOW));
        for (var racer : RACERS) {
            var invitation = new InvitationId("i-" + racer);
            race.given(
                    new RegisterOrganization(racer, Text.of("en", racer.value()), NOW),
                    new InviteOrganization(GHOUTA, invitation, racer, BERLIN, NOW),
                    new AcceptInvitation(GHOUTA, invitation, racer, NOW));
        }
    }

    @AfterEach
    void stop() {
        race.close();
    }

    @Test
    void of_eight_who_claim_a_task_at_once_one_holds_it() throws InterruptedException {
        var outcomes = race.run(RACERS.stream()
                .map(racer -> new ClaimTask(GHOUTA, PERMIT, racer, NOW))
                .toList());

        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Optional::isPresent)
                .hasSize(7)
                .allSatisfy(
                        lost -> assertThat(lost).get().isInstanceOf(AppendEventsTransactionRejectedException.class));
        assertThat(race.facts())
                .filteredOn(TaskClaimed.class::isInstance)
                .containsExactly(new TaskClaimed(
                        GHOUTA, PERMIT, RACERS.get(outcomes.indexOf(Optional.<Throwable>empty())), NOW));
        assertThat(race.refusal(new ClaimTask(GHOUTA, PERMIT, BERLIN, NOW)))
                .satisfies(refusedAs(Conflict.class, "task-held"));
    }

    @Test
    void whoever_leaves_at_the_moment_of_claiming_did_one_before_the_other() throws InterruptedException {
        var racer = RACERS.get(0);

        var outcomes =
                race.run(List.of(new ClaimTask(GHOUTA, PERMIT, racer, NOW), new LeaveCoalition(GHOUTA, racer, NOW)));

        if (outcomes.get(0).isPresent()) {
            assertThat(race.facts())
                    .noneMatch(TaskClaimed.class::isInstance)
                    .anyMatch(OrganizationLeft.class::isInstance);
            assertThat(race.refusal(new ClaimTask(GHOUTA, PERMIT, racer, NOW)))
                    .satisfies(refusedAs(NotFound.class, "no-such-coalition"));
        } else {
            assertThat(race.facts()).anyMatch(TaskClaimed.class::isInstance);
        }
    }

    @Test
    void of_an_acceptance_and_a_release_at_once_one_counts() throws InterruptedException {
        var from = RACERS.get(0);
        var to = RACERS.get(1);
        race.given(new ClaimTask(GHOUTA, PERMIT, from, NOW), new HandOverTask(GHOUTA, PERMIT, to, from, NOW));

        var outcomes = race.run(
                List.of(new AcceptHandOver(GHOUTA, PERMIT, to, NOW), new ReleaseTask(GHOUTA, PERMIT, from, NOW)));

        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(race.facts())
                .filteredOn(fact -> fact instanceof TaskHandedOver || fact instanceof TaskReleased)
                .hasSize(1);
    }
}
