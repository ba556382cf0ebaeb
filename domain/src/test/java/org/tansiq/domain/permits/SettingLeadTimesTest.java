package org.tansiq.domain.permits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.*;

import java.time.ZoneId;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.Scene;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class SettingLeadTimesTest {
    private static final Place CITY =
            new Place(new CityId("fr-paris"), ZoneId.of("Europe/Paris"), "FR", Text.of("en", "Paris"));
    private static final Place OTHER =
            new Place(new CityId("fr-lyon"), ZoneId.of("Europe/Paris"), "FR", Text.of("en", "Lyon"));

    private final AxonTestFixture fixture = AxonTestFixture.with(
            PermitsModule.register(Scene.configurer()), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static SetLeadTime set(OrganizationId by, int days) {
        return new SetLeadTime(GHOUTA, CITY, by, days, NOW);
    }

    private static LeadTimeSet was(CoalitionId coalition, Place place, int days) {
        return new LeadTimeSet(coalition, place, PARIS, days, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, LeadTime.DAYS_UNLESS_SAID, LeadTime.DAYS_MAX})
    void any_member_tells_what_it_knows(int days) {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(set(BERLIN, days))
                .then()
                .events(new LeadTimeSet(GHOUTA, CITY, BERLIN, days, NOW));
    }

    @Test
    void another_member_knows_better() {
        fixture.given()
                .events(joined(BERLIN), was(GHOUTA, CITY, 3))
                .when()
                .command(set(BERLIN, 21))
                .then()
                .events(new LeadTimeSet(GHOUTA, CITY, BERLIN, 21, NOW));
    }

    @Test
    void the_same_again_changes_nothing() {
        fixture.given()
                .events(joined(BERLIN), was(GHOUTA, CITY, 3))
                .when()
                .command(set(BERLIN, 3))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void it_is_of_one_city_in_one_coalition() {
        fixture.given()
                .events(joined(BERLIN), was(GHOUTA, OTHER, 3), was(new CoalitionId("aleppo"), CITY, 3))
                .when()
                .command(set(BERLIN, 3))
                .then()
                .events(new LeadTimeSet(GHOUTA, CITY, BERLIN, 3, NOW));
    }

    @Test
    void an_outsider_tells_nothing() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(set(BERLIN, 3))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, LeadTime.DAYS_MAX + 1})
    void it_is_at_most_a_year(int days) {
        assertThatThrownBy(() -> set(PARIS, days)).satisfies(refusedAs(Invalid.class, "out-of-range"));
    }
}
