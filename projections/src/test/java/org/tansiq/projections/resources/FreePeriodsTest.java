package org.tansiq.projections.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tansiq.projections.resources.ResourceRow.Booking;
import org.tansiq.projections.resources.ResourceRow.Free;

class FreePeriodsTest {
    @Test
    void what_nobody_booked_is_free_for_ever() {
        assertThat(FreePeriods.of(5, null, null, List.of())).containsExactly(new Free(null, null, 5));
    }

    @Test
    void it_is_free_only_while_it_is_available() {
        assertThat(FreePeriods.of(5, hour(1), hour(9), List.of())).containsExactly(new Free(hour(1), hour(9), 5));
    }

    @Test
    void a_booking_makes_a_step_down_and_a_step_up() {
        assertThat(FreePeriods.of(5, null, null, List.of(booked("a", 2, 10, 12))))
                .containsExactly(
                        new Free(null, hour(10), 5), new Free(hour(10), hour(12), 3), new Free(hour(12), null, 5));
    }

    @Test
    void overlapping_bookings_are_summed_and_nothing_free_is_said_too() {
        assertThat(FreePeriods.of(5, hour(8), hour(20), List.of(booked("a", 2, 10, 14), booked("b", 3, 12, 16))))
                .containsExactly(
                        new Free(hour(8), hour(10), 5),
                        new Free(hour(10), hour(12), 3),
                        new Free(hour(12), hour(14), 0),
                        new Free(hour(14), hour(16), 2),
                        new Free(hour(16), hour(20), 5));
    }

    @Test
    void where_one_booking_follows_another_of_the_same_quantity_there_is_no_step() {
        assertThat(FreePeriods.of(5, null, hour(20), List.of(booked("a", 2, 10, 12), booked("b", 2, 12, 14))))
                .containsExactly(
                        new Free(null, hour(10), 5), new Free(hour(10), hour(14), 3), new Free(hour(14), hour(20), 5));
    }

    @Test
    void a_booking_of_the_whole_time_leaves_one_step() {
        assertThat(FreePeriods.of(5, hour(10), hour(12), List.of(booked("a", 5, 10, 12))))
                .containsExactly(new Free(hour(10), hour(12), 0));
    }

    @Test
    void what_was_cancelled_or_came_back_before_it_went_out_takes_nothing() {
        var cancelled = booking("a", 5, 10, 12, Booking.State.CANCELLED);
        var returned = booking("b", 5, 10, 10, Booking.State.RETURNED);
        assertThat(FreePeriods.of(5, null, null, List.of(cancelled, returned)))
                .containsExactly(new Free(null, null, 5));
    }

    private static Booking booked(String id, int quantity, int from, int until) {
        return booking(id, quantity, from, until, Booking.State.BOOKED);
    }

    private static Booking booking(String id, int quantity, int from, int until, Booking.State state) {
        return new Booking(id, "paris", quantity, hour(from), hour(until), "speeches", null, List.of(), state);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2018-02-24T00:00:00Z").plusSeconds(3600L * hour);
    }
}
