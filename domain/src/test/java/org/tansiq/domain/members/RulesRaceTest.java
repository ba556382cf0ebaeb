package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.PURPOSE;
import static org.tansiq.domain.Scene.refusedAs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.Race;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;

/** Nobody agrees to other words than they have read, or for longer, though both change while they agree. */
class RulesRaceTest {
    private static final Text READ = Text.of("en", "We decide by consensus");
    private static final Text CHANGED = Text.of("en", "The steward decides");
    private static final SecondRules SECOND = new SecondRules(GHOUTA, BERLIN, RulesDigest.of(READ), PARIS, NOW);
    private static final PersonId LINA = new PersonId("lina");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(7));
    private static final Instant LONGER = NOW.plus(Duration.ofDays(366));

    private final Race race = new Race();

    @BeforeEach
    void rules_are_proposed() {
        race.given(
                new RegisterOrganization(BERLIN, Text.of("en", "Berlin"), NOW),
                new RegisterOrganization(PARIS, Text.of("en", "Paris"), NOW),
                new RegisterOrganization(GENEVA, Text.of("en", "Geneva"), NOW),
                new FoundCoalition(GHOUTA, NAME, PURPOSE, GENEVA, NOW));
        belongs(BERLIN);
        belongs(PARIS);
        race.given(new AppointSteward(GHOUTA, BERLIN, GENEVA, NOW), new ProposeRules(GHOUTA, READ, BERLIN, NOW));
    }

    private void belongs(OrganizationId organization) {
        var invitation = new InvitationId("i-" + organization);
        race.given(
                new InviteOrganization(GHOUTA, invitation, organization, GENEVA, NOW),
                new AcceptInvitation(GHOUTA, invitation, organization, NOW));
    }

    @AfterEach
    void stop() {
        race.close();
    }

    @Test
    void who_agrees_while_the_proposal_changes_agrees_to_what_they_read_or_to_nothing() throws InterruptedException {
        if (seconded(SECOND, new ProposeRules(GHOUTA, CHANGED, BERLIN, NOW), RulesProposed.class)) {
            assertThat(last()).isEqualTo(new RulesAgreed(GHOUTA, READ, BERLIN, PARIS, NOW));
        } else {
            assertThat(race.refusal(SECOND)).satisfies(refusedAs(Conflict.class, "rules-changed"));
        }
    }

    @Test
    void who_agrees_while_the_proposal_is_taken_back_is_first_or_too_late() throws InterruptedException {
        if (!seconded(SECOND, new WithdrawRules(GHOUTA, BERLIN, NOW), RulesWithdrawn.class)) {
            assertThat(race.refusal(SECOND)).satisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
        }
    }

    /** Leaving asks for no rules: it takes place in any case, and agreeing only before it. */
    @Test
    void who_agrees_while_the_other_leaves_is_first_or_too_late() throws InterruptedException {
        var outcomes = race.run(List.of(SECOND, new LeaveCoalition(GHOUTA, BERLIN, NOW)));

        assertThat(outcomes.getLast()).isEmpty();
        if (outcomes.getFirst().isEmpty()) {
            assertThat(race.facts())
                    .endsWith(
                            new RulesAgreed(GHOUTA, READ, BERLIN, PARIS, NOW),
                            new OrganizationLeft(GHOUTA, BERLIN, NOW));
        } else {
            assertThat(last()).isEqualTo(new OrganizationLeft(GHOUTA, BERLIN, NOW));
            assertThat(race.refusal(SECOND)).satisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
        }
    }

    @Test
    void of_two_who_agree_at_once_one_is_the_second() throws InterruptedException {
        var other = new SecondRules(GHOUTA, BERLIN, RulesDigest.of(READ), GENEVA, NOW);

        seconded(SECOND, other, RulesAgreed.class);

        assertThat(race.facts()).filteredOn(RulesAgreed.class::isInstance).hasSize(1);
    }

    @Test
    void who_agrees_to_an_auditor_while_the_time_changes_agrees_to_the_time_they_read_or_to_none()
            throws InterruptedException {
        race.given(new ProposeAuditor(GHOUTA, LINA, UNTIL, BERLIN, NOW));
        var second = new SecondAuditor(GHOUTA, LINA, BERLIN, UNTIL, PARIS, NOW);

        if (seconded(second, new ProposeAuditor(GHOUTA, LINA, LONGER, BERLIN, NOW), AuditorProposed.class)) {
            assertThat(last()).isEqualTo(new AuditorAppointed(GHOUTA, LINA, UNTIL, BERLIN, PARIS, NOW));
        } else {
            assertThat(race.refusal(second)).satisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
        }
    }

    /** Whether the second was the one of the two that took place. */
    private boolean seconded(Object second, Object against, Class<? extends Fact> became) throws InterruptedException {
        var before = race.facts().size();

        var outcomes = race.run(List.of(second, against));

        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Optional::isPresent)
                .singleElement()
                .satisfies(lost -> assertThat(lost).get().isInstanceOf(AppendEventsTransactionRejectedException.class));
        assertThat(race.facts()).hasSize(before + 1);
        var won = outcomes.getFirst().isEmpty();
        if (!won) {
            assertThat(last()).isInstanceOf(became);
        }
        return won;
    }

    private Fact last() {
        return race.facts().getLast();
    }
}
