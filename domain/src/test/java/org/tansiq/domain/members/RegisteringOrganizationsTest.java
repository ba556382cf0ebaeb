package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.refusedAs;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.Text;

class RegisteringOrganizationsTest {
    private static final Text GREENS = Text.ofBoth("الخضر", "The Greens");
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void an_organisation_is_known_by_its_name() {
        fixture.given()
                .noPriorActivity()
                .when()
                .command(new RegisterOrganization(BERLIN, GREENS, NOW))
                .then()
                .events(new OrganizationRegistered(BERLIN, GREENS, NOW));
    }

    @Test
    void registering_again_by_the_same_name_changes_nothing() {
        fixture.given()
                .events(new OrganizationRegistered(BERLIN, GREENS, NOW))
                .when()
                .command(new RegisterOrganization(BERLIN, GREENS, NOW.plusSeconds(1)))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_identifier_of_another_organisation_is_refused() {
        fixture.given()
                .events(new OrganizationRegistered(BERLIN, GREENS, NOW))
                .when()
                .command(new RegisterOrganization(BERLIN, Text.of("en", "The Browns"), NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "organization-exists"));
    }

    @Test
    void what_an_organisation_does_in_coalitions_does_not_register_it() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(new RegisterOrganization(BERLIN, GREENS, NOW))
                .then()
                .events(new OrganizationRegistered(BERLIN, GREENS, NOW));
    }

    @Test
    void a_name_in_no_language_is_refused() {
        assertThatThrownBy(() -> new RegisterOrganization(BERLIN, Text.of("en", " "), NOW))
                .satisfies(refusedAs(Invalid.class, "text-empty"));
    }

    @Test
    void a_name_over_its_limit_is_refused() {
        assertThatThrownBy(() ->
                        new RegisterOrganization(BERLIN, Text.of("en", "x".repeat(Limits.NAME_LENGTH_MAX + 1)), NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
    }
}
