package org.tansiq.domain.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class CallingSynchronizedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AxonTestFixture fixture = fixture();

    @AfterEach
    void stop() {
        fixture.stop();
    }

    @Test
    void a_member_calls_the_others() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(call(GREENS, AT_SIX, HOUR, 15, NOW))
                .then()
                .events(called(AT_SIX));
    }

    @Test
    void an_outsider_calls_nobody() {
        fixture.given()
                .events(joined(GREENS))
                .when()
                .command(call(STRANGERS, AT_SIX, HOUR, 15, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("no-such-coalition"));
    }

    @Test
    void calling_the_same_again_changes_nothing() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(call(GREENS, AT_SIX, HOUR, 15, NOW.plusSeconds(60)))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void another_call_under_the_same_id_is_refused() {
        fixture.given()
                .events(joined(GREENS), called(AT_SIX))
                .when()
                .command(call(GREENS, AT_SIX, HOUR, 16, NOW))
                .then()
                .noEvents()
                .exceptionSatisfies(refusal("synchronized-exists"));
    }

    @Test
    void it_lasts_from_a_minute_to_a_day() {
        assertThat(call(GREENS, AT_SIX, Duration.ofMinutes(1), 1, NOW)).isNotNull();
        assertThat(call(GREENS, AT_SIX, Duration.ofHours(24), 10_000, NOW)).isNotNull();
        assertThatThrownBy(() -> call(GREENS, AT_SIX, Duration.ofSeconds(59), 15, NOW))
                .satisfies(refusal("bad-duration"));
        assertThatThrownBy(() -> call(GREENS, AT_SIX, Duration.ofHours(24).plusNanos(1), 15, NOW))
                .satisfies(refusal("bad-duration"));
    }

    @Test
    void its_goal_is_from_one_city_to_ten_thousand() {
        assertThatThrownBy(() -> call(GREENS, AT_SIX, HOUR, 0, NOW)).satisfies(refusal("out-of-range"));
        assertThatThrownBy(() -> call(GREENS, AT_SIX, HOUR, 10_001, NOW)).satisfies(refusal("out-of-range"));
    }

    @Test
    void its_moment_is_of_our_time() {
        assertThatThrownBy(() -> call(GREENS, new Moment.SameInstant(Instant.MAX), HOUR, 1, NOW))
                .satisfies(refusal("time-out-of-range"));
        assertThatThrownBy(() -> call(GREENS, new Moment.SameLocalTime(LocalDateTime.MIN), HOUR, 1, NOW))
                .satisfies(refusal("time-out-of-range"));
    }

    private static CallSynchronized call(OrganizationId by, Moment moment, Duration lasting, int goal, Instant at) {
        return new CallSynchronized(
                GHOUTA,
                BALLOONS,
                by,
                Text.of("en", "White balloons"),
                ActionKind.VIGIL,
                moment,
                lasting,
                goal,
                null,
                List.of("SaveGhouta"),
                at);
    }
}
