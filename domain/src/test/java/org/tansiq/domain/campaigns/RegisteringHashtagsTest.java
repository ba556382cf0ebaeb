package org.tansiq.domain.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
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

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

class RegisteringHashtagsTest {
    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static RegisterHashtag register(String language, String tag) {
        return new RegisterHashtag(GHOUTA, language, tag, BERLIN, NOW);
    }

    @Test
    void a_steward_registers_the_hashtag_of_a_language() {
        fixture.given()
                .event(foundedBy(BERLIN))
                .when()
                .command(register("AR", " أنقذوا_الغوطة"))
                .then()
                .events(registered("ar", "#أنقذوا_الغوطة"));
    }

    @Test
    void another_one_in_the_same_language_retires_the_first_by_the_same_commit() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(register("en", "#BreakGhoutaSiege"))
                .then()
                .events(retired("en", "#SaveGhouta"), registered("en", "#BreakGhoutaSiege"));
    }

    @Test
    void another_language_has_its_own() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(register("de", "#SaveGhouta"))
                .then()
                .events(registered("de", "#SaveGhouta"));
    }

    @Test
    void another_coalition_has_its_own() {
        var aleppo = new HashtagRegistered(new CoalitionId("aleppo"), "en", "#AleppoIsBurning", BERLIN, NOW);
        fixture.given()
                .events(foundedBy(BERLIN), aleppo)
                .when()
                .command(register("en", "#SaveGhouta"))
                .then()
                .events(SAVE_GHOUTA);
    }

    @Test
    void registering_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA)
                .when()
                .command(register("en", "SaveGhouta"))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void registering_what_was_retired_revives_it() {
        fixture.given()
                .events(foundedBy(BERLIN), SAVE_GHOUTA, retired("en", "#SaveGhouta"), registered("en", "#Ghouta"))
                .when()
                .command(register("en", "#SaveGhouta"))
                .then()
                .events(retired("en", "#Ghouta"), revived("en", "#SaveGhouta"));
    }

    @Test
    void a_plain_member_registers_none() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(new RegisterHashtag(GHOUTA, "en", "#SaveGhouta", PARIS, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_registers_none() {
        fixture.given()
                .event(foundedBy(BERLIN))
                .when()
                .command(new RegisterHashtag(GHOUTA, "en", "#SaveGhouta", GENEVA, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void a_registry_has_an_end() {
        var full = new ArrayList<Fact>(List.of(foundedBy(BERLIN)));
        for (var i = 0; i < HashtagRegistry.HASHTAGS_MAX; i++) {
            full.add(registered("en", "#tag" + i));
        }
        fixture.given()
                .events(full.toArray())
                .when()
                .command(register("ar", "#الغوطة"))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "too-many-hashtags"));
    }

    @Test
    void what_is_no_hashtag_or_no_language_is_refused() {
        assertThat(catchThrowable(() -> register("en", "#save ghouta")))
                .satisfies(refusedAs(Invalid.class, "bad-hashtag"));
        assertThat(catchThrowable(() -> register("en", "#"))).satisfies(refusedAs(Invalid.class, "bad-hashtag"));
        assertThat(catchThrowable(() -> register("english please", "#SaveGhouta")))
                .satisfies(refusedAs(Invalid.class, "no-such-language"));
    }
}
