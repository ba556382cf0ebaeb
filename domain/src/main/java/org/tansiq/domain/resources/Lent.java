package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;

/** How much of one resource is out, summed over its bookings. */
final class Lent {
    private Lent() {}

    /**
     * The most that is lent at any instant from {@code from} until just before {@code until}: a sweep over the starts and
     * ends of the bookings that reach into that time. Where one ends another may start.
     */
    static int most(Collection<Booking> bookings, Instant from, Instant until) {
        var changes = new TreeMap<Instant, Integer>();
        for (var booking : bookings) {
            var starts = booking.from().isBefore(from) ? from : booking.from();
            var ends = booking.heldUntil().isAfter(until) ? until : booking.heldUntil();
            if (starts.isBefore(ends)) {
                changes.merge(starts, booking.quantity(), Integer::sum);
                changes.merge(ends, -booking.quantity(), Integer::sum);
            }
        }
        var most = 0;
        var now = 0;
        for (var change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }
}
