package org.tansiq.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.BERLIN;
import static org.tansiq.domain.Scene.GENEVA;
import static org.tansiq.domain.Scene.GHOUTA;
import static org.tansiq.domain.Scene.NOW;
import static org.tansiq.domain.Scene.PARIS;
import static org.tansiq.domain.Scene.fixture;
import static org.tansiq.domain.Scene.foundedBy;
import static org.tansiq.domain.Scene.joined;
import static org.tansiq.domain.Scene.left;
import static org.tansiq.domain.Scene.refusedAs;

import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class AgreeingOnRulesTest {
    private static final Text RULES = Text.ofBoth("نقرّر بالإجماع", "We decide by consensus");
    private static final Text OTHERS = Text.of("en", "The steward decides");
    private static final Text NONE = new Text(Map.of());
    private static final ProposeRules PROPOSE = new ProposeRules(GHOUTA, RULES, BERLIN, NOW);
    private static final RulesProposed PROPOSED = proposed(RULES, BERLIN);
    private static final SecondRules SECOND = second(RULES, BERLIN, PARIS);
    private static final RulesAgreed AGREED = new RulesAgreed(GHOUTA, RULES, BERLIN, PARIS, NOW);
    private static final RulesWithdrawn WITHDRAWN = new RulesWithdrawn(GHOUTA, BERLIN, NOW);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static RulesProposed proposed(Text rules, OrganizationId by) {
        return new RulesProposed(GHOUTA, rules, by, NOW);
    }

    private static SecondRules second(Text rules, OrganizationId proposedBy, OrganizationId by) {
        return new SecondRules(GHOUTA, proposedBy, RulesDigest.of(rules), by, NOW);
    }

    @Test
    void a_steward_proposes_rules() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(PROPOSE)
                .then()
                .events(PROPOSED);
    }

    @Test
    void another_member_agrees_and_they_are_the_rules() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .events(AGREED);
    }

    @Test
    void a_plain_member_proposes_nothing() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "steward-only"));
    }

    @Test
    void an_outsider_proposes_nothing_and_cannot_tell_that_there_is_a_coalition() {
        fixture.given()
                .events(foundedBy(GENEVA))
                .when()
                .command(PROPOSE)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void rules_may_be_as_long_as_texts_are_and_no_longer() {
        var longest = "x".repeat(Limits.TEXT_LENGTH_MAX);

        assertThat(new ProposeRules(GHOUTA, Text.ofBoth(longest, longest), BERLIN, NOW).by())
                .isEqualTo(BERLIN);
        assertThatThrownBy(() -> new ProposeRules(GHOUTA, Text.of("en", longest + "x"), BERLIN, NOW))
                .satisfies(refusedAs(Invalid.class, "text-too-long", Map.of("max", Limits.TEXT_LENGTH_MAX)));
    }

    @Test
    void proposing_the_same_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(PROPOSE)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void proposing_what_is_agreed_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, AGREED)
                .when()
                .command(PROPOSE)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void proposing_no_rules_where_there_are_none_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN))
                .when()
                .command(new ProposeRules(GHOUTA, NONE, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void two_agree_to_have_no_rules_any_more() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, AGREED, proposed(NONE, BERLIN))
                .when()
                .command(second(NONE, BERLIN, PARIS))
                .then()
                .events(new RulesAgreed(GHOUTA, NONE, BERLIN, PARIS, NOW));
    }

    @Test
    void a_later_proposal_takes_the_place_of_the_earlier() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new ProposeRules(GHOUTA, OTHERS, BERLIN, NOW))
                .then()
                .events(proposed(OTHERS, BERLIN));
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, proposed(OTHERS, BERLIN))
                .when()
                .command(second(OTHERS, BERLIN, PARIS))
                .then()
                .events(new RulesAgreed(GHOUTA, OTHERS, BERLIN, PARIS, NOW));
    }

    @Test
    void what_was_changed_after_one_read_it_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, proposed(OTHERS, BERLIN))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "rules-changed"));
    }

    @Test
    void the_same_words_in_another_language_are_other_rules() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), proposed(Text.of("fr", "Consensus"), BERLIN))
                .when()
                .command(second(Text.of("en", "Consensus"), BERLIN, PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "rules-changed"));
    }

    @Test
    void what_another_has_proposed_since_is_not_agreed_to_though_the_words_are_the_same() {
        fixture.given()
                .events(
                        foundedBy(BERLIN),
                        joined(PARIS),
                        joined(GENEVA),
                        new StewardAppointed(GHOUTA, GENEVA, BERLIN, NOW),
                        PROPOSED,
                        proposed(RULES, GENEVA))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "rules-changed"));
    }

    @Test
    void whoever_proposed_is_not_the_second() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(second(RULES, BERLIN, BERLIN))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotAllowed.class, "another-organization"));
    }

    @Test
    void an_outsider_agrees_to_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), PROPOSED)
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void what_nobody_proposed_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void a_proposal_of_one_who_has_left_counts_no_more() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS), PROPOSED, left(BERLIN))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void nor_does_it_when_they_come_back() {
        fixture.given()
                .events(foundedBy(GENEVA), joined(BERLIN), joined(PARIS), PROPOSED, left(BERLIN), joined(BERLIN))
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void that_others_leave_does_not_matter() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(GENEVA), joined(PARIS), PROPOSED, left(GENEVA))
                .when()
                .command(SECOND)
                .then()
                .events(AGREED);
    }

    @Test
    void what_was_taken_back_is_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, WITHDRAWN)
                .when()
                .command(SECOND)
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void words_of_an_author_who_was_erased_are_not_agreed_to() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), proposed(Text.ERASED, BERLIN))
                .when()
                .command(second(Text.ERASED, BERLIN, PARIS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void agreeing_again_changes_nothing() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, AGREED)
                .when()
                .command(SECOND)
                .then()
                .success()
                .noEvents();
    }

    @Test
    void a_third_who_agrees_comes_too_late() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), joined(GENEVA), PROPOSED, AGREED)
                .when()
                .command(second(RULES, BERLIN, GENEVA))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-rules-proposal"));
    }

    @Test
    void whoever_proposed_takes_it_back() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new WithdrawRules(GHOUTA, BERLIN, NOW))
                .then()
                .events(WITHDRAWN);
    }

    @Test
    void others_do_not_take_it_back() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED)
                .when()
                .command(new WithdrawRules(GHOUTA, PARIS, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void what_is_agreed_is_not_taken_back() {
        fixture.given()
                .events(foundedBy(BERLIN), joined(PARIS), PROPOSED, AGREED)
                .when()
                .command(new WithdrawRules(GHOUTA, BERLIN, NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void rules_are_named_by_their_words_in_each_language() {
        assertThat(RulesDigest.of(RULES))
                .isEqualTo(RulesDigest.of(Text.ofBoth("نقرّر بالإجماع", "We decide by consensus")))
                .isNotEqualTo(RulesDigest.of(OTHERS))
                .isNotEqualTo(RulesDigest.of(NONE));
        assertThat(RulesDigest.of(Text.ofBoth("a", "b")))
                .isNotEqualTo(RulesDigest.of(Text.of("ar", "a en 1 b")))
                .isNotEqualTo(RulesDigest.of(Text.of("ar", "aen 1 b")));
        assertThat(RulesDigest.of(NONE).value()).hasSize(64);
    }
}
