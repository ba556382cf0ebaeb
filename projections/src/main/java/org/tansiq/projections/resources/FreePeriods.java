package org.tansiq.projections.resources;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of a resource is free when: a staircase that goes down where a booking starts and up where it ends. */
final class FreePeriods {
    private FreePeriods() {}

    /**
     * The steps in order, each as long as the quantity stays the same, a quantity of 0 included; a null end is open.
     *
     * @param quantity how much there is in all
     * @param from when it becomes available, null: since ever
     * @param until when it stops being available, null: for ever
     */
    static List<ResourceRow.Free> of(
            int quantity, @Nullable Instant from, @Nullable Instant until, Collection<ResourceRow.Booking> bookings) {
        var free = new ArrayList<ResourceRow.Free>();
        var start = from;
        var now = quantity;
        for (var change : changes(bookings, from, until).entrySet()) {
            if (change.getValue() == 0) {
                continue;
            }
            if (!change.getKey().equals(start)) {
                free.add(new ResourceRow.Free(start, change.getKey(), now));
                start = change.getKey();
            }
            now += change.getValue();
        }
        if (until == null || !until.equals(start)) {
            free.add(new ResourceRow.Free(start, until, now));
        }
        return free;
    }

    /** What each instant adds to what is free, within the time in which the resource is available. */
    private static SortedMap<Instant, Integer> changes(
            Collection<ResourceRow.Booking> bookings, @Nullable Instant from, @Nullable Instant until) {
        var changes = new TreeMap<Instant, Integer>();
        for (var booking : bookings) {
            var starts = from != null && booking.from().isBefore(from) ? from : booking.from();
            var ends = until != null && booking.until().isAfter(until) ? until : booking.until();
            if (booking.state() != ResourceRow.Booking.State.CANCELLED && starts.isBefore(ends)) {
                changes.merge(starts, -booking.quantity(), Integer::sum);
                changes.merge(ends, booking.quantity(), Integer::sum);
            }
        }
        return changes;
    }
}
