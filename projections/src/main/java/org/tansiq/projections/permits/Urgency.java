package org.tansiq.projections.permits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Whether a permit needs somebody now, the least urgent first. Days are those of the city's calendar. */
public enum Urgency {
    NONE,
    /** It is to be asked for within {@link #SOON_DAYS} days. */
    SOON,
    /** It was to be asked for by now, or the day is near and nobody has answered. */
    LATE,
    /** The day on which it was refused is still to come. */
    REFUSED;

    public static final int SOON_DAYS = 7;
    /** So near to the day an answer that has not come is one to go after. */
    public static final int UNANSWERED_DAYS = 3;

    /** What was cancelled or is over needs nobody. */
    public static Urgency of(PermitRow permit, Instant now) {
        if (permit.cancelled() || !now.isBefore(permit.until())) {
            return NONE;
        }
        var today = LocalDate.ofInstant(now, permit.zone());
        return switch (permit.state()) {
            case NOT_NEEDED, GRANTED -> NONE;
            case REFUSED -> REFUSED;
            case TO_BE_ASKED ->
                today.isAfter(permit.askBy()) ? LATE : within(SOON_DAYS, today, permit.askBy()) ? SOON : NONE;
            case ASKED -> within(UNANSWERED_DAYS, today, permit.day()) ? LATE : NONE;
        };
    }

    public boolean needsSomebody() {
        return this != NONE;
    }

    private static boolean within(int days, LocalDate today, LocalDate day) {
        return ChronoUnit.DAYS.between(today, day) <= days;
    }
}
