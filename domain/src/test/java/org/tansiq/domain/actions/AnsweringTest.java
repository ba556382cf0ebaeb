package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.fixture.AxonTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.members.StewardAppointed;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class AnsweringTest {
    private static final Text NOTHING = new Text(Map.of());
    private static final Instant NEXT_DAY = NOW.plus(Duration.ofHours(24));

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void who_called_asks_members_by_name() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX))
                .when()
                .command(ask(GREENS, UNION))
                .then()
                .events(asked(UNION));
    }

    @Test
    void a_steward_asks_too_and_other_members_do_not() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), new StewardAppointed(GHOUTA, UNION, GREENS, NOW), called(AT_SIX))
                .when()
                .command(ask(UNION, GREENS))
                .then()
                .events(new OrganizationsAsked(GHOUTA, BALLOONS, Set.of(GREENS), UNION, NOW));
        fixture.given()
                .events(joined(STRANGERS))
                .when()
                .command(ask(STRANGERS, GREENS))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("not-caller"));
    }

    @Test
    void who_is_no_member_is_not_asked() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), new OrganizationLeft(GHOUTA, UNION, NOW), called(AT_SIX))
                .when()
                .command(ask(GREENS, UNION))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-organization"));
    }

    @Test
    void each_is_asked_once() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), joined(STRANGERS), called(AT_SIX), asked(UNION))
                .when()
                .command(ask(GREENS, UNION))
                .then()
                .success()
                .noEvents();
        fixture.given()
                .noPriorActivity()
                .when()
                .command(ask(GREENS, UNION, STRANGERS))
                .then()
                .success();
    }

    @Test
    void a_member_answers_asked_or_not_and_may_change_its_mind() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX))
                .when()
                .command(answer(UNION, CallResponse.TAKES_PART_LATER))
                .then()
                .events(answered(UNION, CallResponse.TAKES_PART_LATER))
                .and()
                .when()
                .command(answer(UNION, CallResponse.TAKES_PART_LATER))
                .then()
                .success()
                .noEvents()
                .and()
                .when()
                .command(answer(UNION, CallResponse.CANNOT))
                .then()
                .events(answered(UNION, CallResponse.CANNOT));
    }

    @Test
    void one_who_does_not_belong_answers_nothing() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(answer(STRANGERS, CallResponse.CANNOT))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void outside_its_window_a_call_is_not_answered() {
        for (var window : List.of(calledBetween(NOW.plusSeconds(1), null), calledBetween(null, NOW.minusSeconds(1)))) {
            var other = fixture();
            other.given()
                    .events(joined(GREENS), joined(UNION), window)
                    .when()
                    .command(answer(UNION, CallResponse.CANNOT))
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusal(window.opens() == null ? "call-closed" : "call-not-open"));
            other.stop();
        }
    }

    @Test
    void within_its_window_it_is() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), calledBetween(NOW, NOW))
                .when()
                .command(answer(UNION, CallResponse.CANNOT))
                .then()
                .events(answered(UNION, CallResponse.CANNOT));
    }

    @Test
    void those_who_neither_answered_nor_committed_a_city_are_reminded() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        joined(STRANGERS),
                        called(AT_SIX),
                        asked(UNION, STRANGERS, GREENS),
                        answered(STRANGERS, CallResponse.CANNOT),
                        committed(BERLIN, GREENS, VIGIL))
                .when()
                .command(remind(NOW))
                .then()
                .events(new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW));
    }

    @Test
    void who_gave_its_city_back_or_left_is_told_apart() {
        fixture.given()
                .events(
                        joined(GREENS),
                        joined(UNION),
                        joined(STRANGERS),
                        called(AT_SIX),
                        asked(UNION, STRANGERS),
                        committed(BERLIN, UNION, VIGIL),
                        new CityWithdrawn(GHOUTA, BALLOONS, BERLIN.city(), UNION, VIGIL, NOW),
                        new OrganizationLeft(GHOUTA, STRANGERS, NOW))
                .when()
                .command(remind(NOW))
                .then()
                .events(new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW));
    }

    @Test
    void they_are_reminded_once_a_day() {
        var first = new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NOW);
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX), asked(UNION), first)
                .when()
                .command(remind(NEXT_DAY.minusMillis(1)))
                .then()
                .noEvents()
                .exceptionSatisfies(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                Conflict.class,
                                conflict -> assertThat(conflict.details().get("again"))
                                        .isEqualTo(NEXT_DAY.toString())))
                .and()
                .when()
                .command(remind(NEXT_DAY))
                .then()
                .events(new SilentReminded(GHOUTA, BALLOONS, Set.of(UNION), GREENS, NEXT_DAY));
    }

    @Test
    void when_nobody_is_silent_nobody_is_reminded() {
        fixture.given()
                .events(joined(GREENS), joined(UNION), called(AT_SIX))
                .when()
                .command(remind(NOW))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void asking_nobody_makes_no_sense() {
        assertThatThrownBy(() -> new AskToAnswer(GHOUTA, BALLOONS, Set.of(), GREENS, NOW))
                .satisfies(refusal("missing-field")::accept);
    }

    private static SynchronizedCalled calledBetween(@Nullable Instant opens, @Nullable Instant closes) {
        var call = called(AT_SIX);
        return new SynchronizedCalled(
                GHOUTA,
                BALLOONS,
                GREENS,
                call.title(),
                call.kind(),
                AT_SIX,
                call.lasting(),
                15,
                5,
                opens,
                closes,
                List.of(),
                NOTHING,
                NOTHING,
                NOW);
    }

    private static AskToAnswer ask(OrganizationId by, OrganizationId... organizations) {
        return new AskToAnswer(GHOUTA, BALLOONS, Set.of(organizations), by, NOW);
    }

    private static OrganizationsAsked asked(OrganizationId... organizations) {
        return new OrganizationsAsked(GHOUTA, BALLOONS, Set.of(organizations), GREENS, NOW);
    }

    private static AnswerCall answer(OrganizationId by, CallResponse response) {
        return new AnswerCall(GHOUTA, BALLOONS, by, response, NOTHING, NOW);
    }

    private static CallAnswered answered(OrganizationId by, CallResponse response) {
        return new CallAnswered(GHOUTA, BALLOONS, by, response, NOTHING, NOW);
    }

    private static RemindSilent remind(Instant at) {
        return new RemindSilent(GHOUTA, BALLOONS, GREENS, at);
    }
}
