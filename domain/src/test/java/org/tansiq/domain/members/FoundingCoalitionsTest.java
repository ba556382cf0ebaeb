package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NAME;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.PURPOSE;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.Scene.registered;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class FoundingCoalitionsTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_registered_organisation_founds_a_coalition() {
        fixture.given()
                .events(registered(BERLIN))
                .when()
                .command(new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW))
                .then()
                .events(foundedBy(BERLIN));
    }

    @Test
    void a_coalition_may_have_no_purpose_written_down_yet() {
        fixture.given()
                .events(registered(BERLIN))
                .when()
                .command(new FoundCoalition(GHOUTA, NAME, Text.of("en", ""), BERLIN, NOW))
                .then()
                .events(new CoalitionFounded(GHOUTA, BERLIN, NAME, Text.of("en", ""), NOW));
    }

    @Test
    void founding_it_again_changes_nothing() {
        fixture.given()
                .events(registered(BERLIN), foundedBy(BERLIN))
                .when()
                .command(new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW.plusSeconds(1)))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void the_identifier_of_anothers_coalition_is_refused() {
        fixture.given()
                .events(registered(BERLIN), registered(PARIS), foundedBy(BERLIN))
                .when()
                .command(new FoundCoalition(GHOUTA, NAME, PURPOSE, PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "coalition-exists"));
    }

    @Test
    void the_identifier_of_ones_own_coalition_of_another_name_is_refused() {
        fixture.given()
                .events(registered(BERLIN), foundedBy(BERLIN))
                .when()
                .command(new FoundCoalition(GHOUTA, Text.of("en", "Another"), PURPOSE, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "coalition-exists"));
    }

    @Test
    void an_organisation_that_nobody_knows_founds_nothing() {
        fixture.given()
                .events(registered(PARIS))
                .when()
                .command(new FoundCoalition(GHOUTA, NAME, PURPOSE, BERLIN, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-organization", Map.of("id", "berlin")));
    }

    @Test
    void a_coalition_without_a_name_is_refused() {
        assertThatThrownBy(() -> new FoundCoalition(GHOUTA, new Text(Map.of()), PURPOSE, BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "text-empty"));
    }

    @Test
    void a_purpose_over_its_limit_is_refused() {
        assertThatThrownBy(() -> new FoundCoalition(
                        GHOUTA, NAME, Text.of("ar", "غ".repeat(Limits.TEXT_LENGTH_MAX + 1)), BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long", Map.of("max", Limits.TEXT_LENGTH_MAX)));
    }
}
