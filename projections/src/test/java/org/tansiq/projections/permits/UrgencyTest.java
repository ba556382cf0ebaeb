package org.tansiq.projections.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.domain.permits.PermitState.ASKED;
import static org.tansiq.domain.permits.PermitState.GRANTED;
import static org.tansiq.domain.permits.PermitState.NOT_NEEDED;
import static org.tansiq.domain.permits.PermitState.REFUSED;
import static org.tansiq.domain.permits.PermitState.TO_BE_ASKED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.permits.PermitState;

class UrgencyTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final LocalDate DAY = LocalDate.parse("2018-03-24");
    private static final Instant FROM = DAY.atTime(18, 0).atZone(AUCKLAND).toInstant();
    private static final Instant UNTIL = FROM.plus(Duration.ofHours(2));
    private static final int LEAD_DAYS = 14;

    private static PermitRow permit(PermitState state, int leadDays, boolean cancelled) {
        return new PermitRow(
                "vigil",
                "ghouta",
                ActionKind.VIGIL,
                "auckland",
                AUCKLAND,
                FROM,
                UNTIL,
                DAY,
                state,
                null,
                null,
                null,
                null,
                leadDays,
                DAY.minusDays(leadDays),
                cancelled);
    }

    private static PermitRow permit(PermitState state) {
        return permit(state, LEAD_DAYS, false);
    }

    private static Instant first(LocalDate day) {
        return day.atStartOfDay(AUCKLAND).toInstant();
    }

    /** At the first and the last moment of a day of the city. */
    private static void on(LocalDate day, PermitRow permit, Urgency urgency) {
        assertThat(Urgency.of(permit, first(day))).isEqualTo(urgency);
        assertThat(Urgency.of(permit, first(day.plusDays(1)).minusMillis(1))).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource({"22, NONE", "21, SOON", "15, SOON", "14, SOON", "13, LATE", "1, LATE"})
    void what_is_to_be_asked_for_stands_out_a_week_before_its_last_day_and_more_after_it(
            int daysBefore, Urgency urgency) {
        on(DAY.minusDays(daysBefore), permit(TO_BE_ASKED), urgency);
    }

    @ParameterizedTest
    @CsvSource({"8, NONE", "7, SOON", "1, SOON"})
    void where_one_may_ask_on_the_day_itself_it_is_never_too_late_before_it(int daysBefore, Urgency urgency) {
        on(DAY.minusDays(daysBefore), permit(TO_BE_ASKED, 0, false), urgency);
    }

    @ParameterizedTest
    @CsvSource({"14, NONE", "4, NONE", "3, LATE", "1, LATE"})
    void what_was_asked_for_stands_out_when_the_day_is_near_and_nobody_has_answered(int daysBefore, Urgency urgency) {
        on(DAY.minusDays(daysBefore), permit(ASKED), urgency);
    }

    @ParameterizedTest
    @CsvSource({"300", "14", "1"})
    void what_was_refused_always_stands_out_and_what_is_granted_or_not_needed_never(int daysBefore) {
        on(DAY.minusDays(daysBefore), permit(REFUSED), Urgency.REFUSED);
        on(DAY.minusDays(daysBefore), permit(GRANTED), Urgency.NONE);
        on(DAY.minusDays(daysBefore), permit(NOT_NEEDED), Urgency.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TO_BE_ASKED", "ASKED", "REFUSED"})
    void what_goes_on_still_stands_out_and_what_is_over_or_cancelled_does_not(PermitState state) {
        assertThat(Urgency.of(permit(state), UNTIL.minusMillis(1)).needsSomebody())
                .isTrue();
        assertThat(Urgency.of(permit(state), UNTIL)).isEqualTo(Urgency.NONE);
        assertThat(Urgency.of(permit(state, LEAD_DAYS, true), FROM)).isEqualTo(Urgency.NONE);
    }

    @Test
    void days_are_those_of_the_city_and_not_of_greenwich() {
        var lastDay = DAY.minusDays(LEAD_DAYS);
        var over = first(lastDay.plusDays(1));
        assertThat(over).isBefore(lastDay.atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant());
        assertThat(Urgency.of(permit(TO_BE_ASKED), over)).isEqualTo(Urgency.LATE);
    }
}
