package org.tansiq.domain.actions;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;

/**
 * A city for a while. The window is half open: what ends at nine and what begins at nine do not overlap.
 *
 * @param until after {@code from}, by at most {@link #SLOT_DAYS_MAX} times 24 hours
 */
public record Slot(Place place, Instant from, Instant until) {
    public static final int SLOT_DAYS_MAX = 14;

    static void check(Slot slot) {
        Place.check(slot.place);
        Limits.time("starts", slot.from);
        if (!slot.until.isAfter(slot.from)) {
            throw new Invalid("end-before-start", "ends");
        }
        if (Duration.between(slot.from, slot.until).compareTo(Duration.ofDays(SLOT_DAYS_MAX)) > 0) {
            throw new Invalid("too-long", "ends", Map.of("daysMax", SLOT_DAYS_MAX));
        }
    }

    /** {@code <city>/<yyyy-mm-dd>} for each date of the city's own calendar that the window touches. */
    public Set<String> placeDays() {
        return placeDays(firstDay(), lastDay());
    }

    /**
     * Where to look for what may overlap: the place-days and one more on either side. Governments change their clocks at
     * short notice, so an action of the log may have been given its dates by other rules than those known today.
     */
    public Set<String> placeDaysAround() {
        return placeDays(firstDay().minusDays(1), lastDay().plusDays(1));
    }

    public boolean overlaps(Slot other) {
        return place.city().equals(other.place.city()) && from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** The same city and the same window, however the city's name is written. */
    boolean sameAs(Slot other) {
        return place.city().equals(other.place.city()) && from.equals(other.from) && until.equals(other.until);
    }

    /** What the clocks of the city show when it begins. */
    public LocalDateTime localFrom() {
        return LocalDateTime.ofInstant(from, place.zone());
    }

    public LocalDateTime localUntil() {
        return LocalDateTime.ofInstant(until, place.zone());
    }

    private Set<String> placeDays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> place.city() + "/" + day)
                .collect(toUnmodifiableSet());
    }

    private LocalDate firstDay() {
        return localFrom().toLocalDate();
    }

    private LocalDate lastDay() {
        return LocalDate.ofInstant(until.minusNanos(1), place.zone());
    }
}
