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
import static org.tansiq.domain.campaigns.Story.registered;
import static org.tansiq.domain.campaigns.Story.retired;
import static org.tansiq.domain.campaigns.Story.revived;

import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;

class RevivingHashtagsTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static ReviveHashtag revive(String tag, OrganizationId by) {
        return new ReviveHashtag(GHOUTA, "en", tag, by, NOW);
    }

    @Test
    void a_steward_takes_a_retired_hashtag_into_use_again() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA, retired("en", "#SaveGhouta"))
                .when()
                .command(revive("#SaveGhouta", BERLIN))
                .then()
                .events(revived("en", "#SaveGhouta"));
    }

    @Test
    void the_one_that_took_its_place_is_retired_by_the_same_commit() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA, retired("en", "#SaveGhouta"), registered("en", "#Ghouta"))
                .when()
                .command(revive("#SaveGhouta", BERLIN))
                .then()
                .events(retired("en", "#Ghouta"), revived("en", "#SaveGhouta"));
    }

    @Test
    void reviving_what_is_in_use_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(revive("#SaveGhouta", BERLIN))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_was_never_registered_is_not_revived() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(revive("#Ghouta", BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-hashtag"));
    }

    @Test
    void a_plain_member_revives_none() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), SAVE_GHOUTA, retired("en", "#SaveGhouta"))
                .when()
                .command(revive("#SaveGhouta", PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_revives_none() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA, retired("en", "#SaveGhouta"))
                .when()
                .command(revive("#SaveGhouta", GENEVA))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }
}
