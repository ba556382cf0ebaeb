package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.refusedAs;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.PersonId;

class RecordingReadingsTest {
    private static final PersonId LINA = new PersonId("lina");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
    private static final AuditorProposed PROPOSED = new AuditorProposed(GHOUTA, LINA, UNTIL, BERLIN, NOW);
    private static final AuditorAppointed APPOINTED = new AuditorAppointed(GHOUTA, LINA, UNTIL, BERLIN, PARIS, NOW);
    private static final AuditorDismissed DISMISSED = new AuditorDismissed(GHOUTA, LINA, BERLIN, NOW);
    private static final RecordReading READ = reading(NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void what_an_auditor_reads_is_recorded_each_time() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED, new CoalitionRead(GHOUTA, LINA, "/tasks", NOW))
                .when()
                .command(READ)
                .then()
                .events(new CoalitionRead(GHOUTA, LINA, "/tasks", NOW));
    }

    @Test
    void until_the_last_moment_of_the_appointment() {
        var last = UNTIL.minusMillis(1);
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED)
                .when()
                .command(reading(last))
                .then()
                .events(new CoalitionRead(GHOUTA, LINA, "/tasks", last));
    }

    @Test
    void when_it_is_over_there_is_no_coalition() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED)
                .when()
                .command(reading(UNTIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void for_whom_is_only_proposed_there_is_no_coalition() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(READ)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void for_whom_was_dismissed_there_is_no_coalition() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED, DISMISSED)
                .when()
                .command(READ)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void who_was_dismissed_and_is_only_proposed_again_reads_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED, DISMISSED, PROPOSED)
                .when()
                .command(READ)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void another_person_reads_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED, APPOINTED)
                .when()
                .command(new RecordReading(GHOUTA, new PersonId("omar"), "/tasks", NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void what_is_read_is_one_short_line() {
        assertThatThrownBy(() -> new RecordReading(GHOUTA, LINA, "", NOW))
                .satisfies(refusedAs(Invalid.class, "text-empty"));
        assertThatThrownBy(() -> new RecordReading(GHOUTA, LINA, "x".repeat(201), NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long"));
        assertThat(new RecordReading(GHOUTA, LINA, "x".repeat(200), NOW).what()).hasSize(200);
    }

    private static RecordReading reading(Instant at) {
        return new RecordReading(GHOUTA, LINA, "/tasks", at);
    }
}
