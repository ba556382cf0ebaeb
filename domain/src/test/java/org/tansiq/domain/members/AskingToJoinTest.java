package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.Scene.registered;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class AskingToJoinTest {
    private static final JoinRequestId REQUEST = new JoinRequestId("r-1");
    private static final Text MESSAGE = Text.of("ar", "نود المشاركة");
    private static final JoinRequested REQUESTED = new JoinRequested(GHOUTA, REQUEST, PARIS, MESSAGE, NOW);
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_registered_organisation_asks_to_be_let_in() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .events(REQUESTED);
    }

    @Test
    void asking_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS), REQUESTED)
                .when()
                .command(new AskToJoin(GHOUTA, new JoinRequestId("r-2"), PARIS, MESSAGE, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void whoever_was_invited_may_ask_as_well() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        registered(PARIS),
                        new OrganizationInvited(GHOUTA, new InvitationId("i-1"), PARIS, BERLIN, NOW))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .events(REQUESTED);
    }

    @Test
    void whoever_was_refused_may_ask_again() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        registered(PARIS),
                        new JoinRequested(GHOUTA, new JoinRequestId("r-0"), PARIS, MESSAGE, NOW),
                        new JoinRefused(GHOUTA, new JoinRequestId("r-0"), PARIS, BERLIN, NOW))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .events(REQUESTED);
    }

    @Test
    void a_member_has_nothing_to_ask() {
        fixture.given()
                .events(foundedBy(BERLIN), registered(PARIS), joined(PARIS))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "already-member"));
    }

    @Test
    void a_coalition_that_does_not_exist_is_refused() {
        fixture.given()
                .events(registered(PARIS))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void an_organisation_that_nobody_knows_is_refused() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new AskToJoin(GHOUTA, REQUEST, PARIS, MESSAGE, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization"));
    }

    @Test
    void a_message_over_its_limit_is_refused() {
        assertThatThrownBy(() -> new AskToJoin(
                        GHOUTA, REQUEST, PARIS, Text.of("en", "x".repeat(Limits.TEXT_LENGTH_MAX + 1)), NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
    }
}
