package org.tansiq.domain.campaigns;

import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.refusedAs;
import static org.tansiq.domain.campaigns.Story.SAVE_GHOUTA;
import static org.tansiq.domain.campaigns.Story.fixture;
import static org.tansiq.domain.campaigns.Story.retired;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class RetiringHashtagsTest {
    private static final Text OVER = Text.of("en", "The siege is over");

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static RetireHashtag retire(String tag, OrganizationId by) {
        return new RetireHashtag(GHOUTA, "en", tag, OVER, by, NOW);
    }

    @Test
    void a_steward_retires_a_hashtag_and_says_why() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(retire("#SaveGhouta", BERLIN))
                .then()
                .events(new HashtagRetired(GHOUTA, "en", "#SaveGhouta", OVER, BERLIN, NOW));
    }

    @Test
    void retiring_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA, retired("en", "#SaveGhouta"))
                .when()
                .command(retire("#SaveGhouta", BERLIN))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_was_never_registered_is_not_retired() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(retire("#Ghouta", BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-hashtag"));
    }

    @Test
    void a_plain_member_retires_none() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), SAVE_GHOUTA)
                .when()
                .command(retire("#SaveGhouta", PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_retires_none() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(retire("#SaveGhouta", GENEVA))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
