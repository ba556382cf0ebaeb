package org.tansiq.domain.members;

import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.fixture;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;

class ErasingPersonsTest {
    private static final PersonId SANA = new PersonId("sana");
    private static final PersonId OMAR = new PersonId("omar");
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_person_is_erased() {
        fixture.given()
                .events(new PersonErased(OMAR, NOW))
                .when()
                .command(new ErasePerson(SANA, NOW))
                .then()
                .events(new PersonErased(SANA, NOW));
    }

    @Test
    void erasing_again_changes_nothing() {
        fixture.given()
                .events(new PersonErased(SANA, NOW))
                .when()
                .command(new ErasePerson(SANA, NOW.plusSeconds(1)))
                .then()
                .success()
                .noEvents();
    }
}
