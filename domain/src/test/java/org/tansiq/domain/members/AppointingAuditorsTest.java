package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;

class AppointingAuditorsTest {
    private static final PersonId LINA = new PersonId("lina");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
    private static final ProposeAuditor PROPOSE = new ProposeAuditor(GHOUTA, LINA, UNTIL, BERLIN, NOW);
    private static final AuditorProposed PROPOSED = new AuditorProposed(GHOUTA, LINA, UNTIL, BERLIN, NOW);
    private static final SecondAuditor SECOND = new SecondAuditor(GHOUTA, LINA, BERLIN, PARIS, NOW);
    private static final AuditorAppointed APPOINTED = new AuditorAppointed(GHOUTA, LINA, UNTIL, BERLIN, PARIS, NOW);
    private static final AuditorDismissed DISMISSED = new AuditorDismissed(GHOUTA, LINA, BERLIN, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_proposes_a_person() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(PROPOSE)
                .then()
                .events(PROPOSED);
    }

    @Test
    void another_member_agrees_and_the_person_is_appointed() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .events(APPOINTED);
    }

    @Test
    void a_plain_member_proposes_nobody() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_proposes_nobody_and_cannot_tell_that_there_is_a_coalition() {
        fixture.given()
                .events(foundedBy(GENEVA))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void proposing_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(PROPOSE)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_time_is_another_proposal() {
        var longer = UNTIL.plusSeconds(60);
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(new ProposeAuditor(GHOUTA, LINA, longer, BERLIN, NOW))
                .then()
                .events(new AuditorProposed(GHOUTA, LINA, longer, BERLIN, NOW));
    }

    @Test
    void who_audits_now_is_not_proposed() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "already-auditor"));
    }

    @Test
    void who_audited_until_now_is_proposed_again() {
        var again = new ProposeAuditor(GHOUTA, LINA, UNTIL.plusSeconds(60), BERLIN, UNTIL);
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(again)
                .then()
                .events(new AuditorProposed(GHOUTA, LINA, UNTIL.plusSeconds(60), BERLIN, UNTIL));
    }

    @Test
    void an_appointment_ends_after_it_begins_and_within_a_year() {
        assertThatThrownBy(() -> new ProposeAuditor(GHOUTA, LINA, NOW, BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "audit-over"));
        assertThatThrownBy(() -> new ProposeAuditor(
                        GHOUTA, LINA, NOW.plus(Duration.ofDays(366)).plusMillis(1), BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "audit-too-long"));
        assertThat(new ProposeAuditor(GHOUTA, LINA, NOW.plus(Duration.ofDays(366)), BERLIN, NOW).auditor())
                .isEqualTo(LINA);
        assertThat(new ProposeAuditor(GHOUTA, LINA, NOW.plusMillis(1), BERLIN, NOW).auditor())
                .isEqualTo(LINA);
    }

    @Test
    void whoever_proposed_is_not_the_second() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new SecondAuditor(GHOUTA, LINA, BERLIN, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "another-organization"));
    }

    @Test
    void an_outsider_agrees_to_nobody() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void whom_nobody_proposed_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void whom_another_proposed_is_not_agreed_to() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(PARIS),
                        joined(GENEVA),
                        new AuditorProposed(GHOUTA, LINA, UNTIL, GENEVA, NOW))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void a_proposal_of_one_who_has_left_counts_no_more() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS), PROPOSED, left(BERLIN))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void what_was_taken_back_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, DISMISSED)
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void a_proposal_whose_time_has_passed_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new SecondAuditor(GHOUTA, LINA, BERLIN, PARIS, UNTIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void agreeing_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(SECOND)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_third_who_agrees_comes_too_late() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA), PROPOSED, APPOINTED)
                .when()
                .command(new SecondAuditor(GHOUTA, LINA, BERLIN, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-audit-proposal"));
    }

    @Test
    void whoever_proposed_dismisses() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, BERLIN, NOW))
                .then()
                .events(new AuditorDismissed(GHOUTA, LINA, BERLIN, NOW));
    }

    @Test
    void whoever_agreed_dismisses() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, PARIS, NOW))
                .then()
                .events(new AuditorDismissed(GHOUTA, LINA, PARIS, NOW));
    }

    @Test
    void a_steward_dismisses_whomever_others_appointed() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, GENEVA, NOW))
                .then()
                .events(new AuditorDismissed(GHOUTA, LINA, GENEVA, NOW));
    }

    @Test
    void another_plain_member_dismisses_nobody() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA), PROPOSED, APPOINTED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-appointer"));
    }

    @Test
    void an_outsider_dismisses_nobody() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, APPOINTED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void whoever_proposed_withdraws_it_as_a_plain_member_too() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), PROPOSED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, BERLIN, NOW))
                .then()
                .events(new AuditorDismissed(GHOUTA, LINA, BERLIN, NOW));
    }

    @Test
    void another_plain_member_withdraws_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "not-appointer"));
    }

    @Test
    void dismissing_whom_nobody_proposed_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new DismissAuditor(GHOUTA, LINA, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }
}
