package org.tansiq.domain.members;

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

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class RemovingMembersTest {
    private static final Text REASON = Text.of("en", "It passed our contacts on");
    private static final RemovalProposed PROPOSED = new RemovalProposed(GHOUTA, PARIS, BERLIN, REASON, NOW);
    private static final ProposeRemoval PROPOSE = new ProposeRemoval(GHOUTA, PARIS, BERLIN, REASON, NOW);
    private static final SecondRemoval SECOND = new SecondRemoval(GHOUTA, PARIS, BERLIN, GENEVA, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_steward_proposes_and_the_member_belongs_on() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(PROPOSE)
                .then()
                .events(PROPOSED);
    }

    @Test
    void another_member_agrees_and_the_organisation_leaves_in_the_same_commit() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .events(new RemovalSeconded(GHOUTA, PARIS, GENEVA, NOW), new OrganizationLeft(GHOUTA, PARIS, NOW));
    }

    @Test
    void a_plain_member_proposes_nothing() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_proposes_nothing_and_cannot_tell_that_there_is_a_coalition() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(PARIS))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void an_outsider_is_not_removed() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization"));
    }

    @Test
    void nobody_proposes_the_own_removal() {
        assertThatThrownBy(() -> new ProposeRemoval(GHOUTA, BERLIN, BERLIN, REASON, NOW))
                .satisfies(refusedAs(Invalid.class, "removal-of-self"));
    }

    @Test
    void proposing_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(PROPOSE)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_proposed_is_not_the_second() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new SecondRemoval(GHOUTA, PARIS, BERLIN, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "another-organization"));
    }

    @Test
    void whoever_is_concerned_is_not_the_second() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new SecondRemoval(GHOUTA, PARIS, BERLIN, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "another-organization"));
    }

    @Test
    void an_outsider_agrees_to_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void what_nobody_proposed_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-removal"));
    }

    @Test
    void what_was_taken_back_is_not_agreed_to() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(PARIS),
                        joined(GENEVA),
                        PROPOSED,
                        new RemovalWithdrawn(GHOUTA, PARIS, BERLIN, NOW))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-removal"));
    }

    @Test
    void a_proposal_of_one_who_has_left_counts_no_more_until_another_steward_makes_it() {
        var anew = new RemovalProposed(GHOUTA, PARIS, GENEVA, REASON, NOW);
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(PARIS),
                        joined(GENEVA),
                        new StewardAppointed(GHOUTA, GENEVA, BERLIN, NOW),
                        PROPOSED,
                        left(BERLIN))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-removal"))
                .and()
                .when()
                .command(new ProposeRemoval(GHOUTA, PARIS, GENEVA, REASON, NOW))
                .then()
                .events(anew);
    }

    @Test
    void a_removal_that_was_proposed_before_the_organisation_left_and_came_back_is_forgotten() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA), PROPOSED, left(PARIS), joined(PARIS))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-removal"));
    }

    @Test
    void the_last_steward_is_not_removed() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(PARIS),
                        joined(GENEVA),
                        new StewardAppointed(GHOUTA, PARIS, BERLIN, NOW),
                        PROPOSED,
                        new StewardSteppedDown(GHOUTA, BERLIN, NOW))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "last-steward"));
    }

    @Test
    void only_whoever_proposed_takes_it_back() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new WithdrawRemoval(GHOUTA, PARIS, BERLIN, NOW))
                .then()
                .events(new RemovalWithdrawn(GHOUTA, PARIS, BERLIN, NOW));
    }

    @Test
    void others_take_nothing_back() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new WithdrawRemoval(GHOUTA, PARIS, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }
}
