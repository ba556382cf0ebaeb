package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.shared.OrganizationId;

class ReportingCitiesTest {
    private static final List<String> LINK = List.of("https://example.org/photo?id=1");
    private static final Instant STARTED = NOW.minusSeconds(60);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void whoever_committed_a_city_tells_how_it_went_and_may_tell_better() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX), committed(BERLIN, GREENS, VIGIL))
                .when()
                .command(report(GREENS, 300))
                .then()
                .events(reported(300))
                .and()
                .when()
                .command(report(GREENS, 300))
                .then()
                .success()
                .noEvents()
                .and()
                .when()
                .command(report(GREENS, 350))
                .then()
                .events(reported(350));
    }

    @Test
    void others_do_not() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX), committed(BERLIN, GREENS, VIGIL))
                .when()
                .command(report(UNION, 300))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-yours"));
    }

    @Test
    void of_a_city_that_nobody_has_nothing_is_told() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(report(GREENS, 300))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("city-not-committed"));
    }

    @Test
    void what_has_not_begun_is_not_reported() {
        refused(
                "not-yet",
                () -> new ReportCity(GHOUTA, BALLOONS, BERLIN.city(), GREENS, NOW.plusSeconds(1), 1, List.of(), NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_000_001})
    void turnout_lies_within_its_limits(int turnout) {
        refused("out-of-range", () -> report(GREENS, turnout));
    }

    @Test
    void the_limits_themselves_are_allowed() {
        report(GREENS, 0);
        report(GREENS, 10_000_000);
        with(Collections.nCopies(10, LINK.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https:///nowhere", "a photo", "ftp://example.org/a"})
    void media_are_links(String link) {
        refused("bad-link", () -> with(List.of(link)));
    }

    @Test
    void links_are_few_and_short() {
        refused("too-many", () -> with(Collections.nCopies(11, LINK.getFirst())));
        refused("bad-link", () -> with(List.of("https://example.org/" + "a".repeat(500))));
    }

    private static void refused(String code, Runnable making) {
        assertThatThrownBy(making::run).satisfies(refusal(code)::accept);
    }

    private static ReportCity with(List<String> media) {
        return new ReportCity(GHOUTA, BALLOONS, BERLIN.city(), GREENS, STARTED, 1, media, NOW);
    }

    private static ReportCity report(OrganizationId by, int turnout) {
        return new ReportCity(GHOUTA, BALLOONS, BERLIN.city(), by, STARTED, turnout, LINK, NOW);
    }

    private static CityReported reported(int turnout) {
        return new CityReported(GHOUTA, BALLOONS, BERLIN.city(), GREENS, STARTED, turnout, LINK, NOW);
    }
}
