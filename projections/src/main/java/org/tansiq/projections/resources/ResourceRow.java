package org.tansiq.projections.resources;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * One thing that a member lends, who has it when, and how much of it is free when.
 *
 * @param bookings by their start, past and cancelled ones too
 * @param free steps without gaps from {@code availableFrom} to {@code availableUntil}; none once it is withdrawn
 */
public record ResourceRow(
        String id,
        String coalition,
        String owner,
        ResourceKind kind,
        Text title,
        Text details,
        int quantity,
        List<String> languages,
        @Nullable Place where,
        @Nullable Instant availableFrom,
        @Nullable Instant availableUntil,
        ResourceRow.State state,
        List<Booking> bookings,
        List<Free> free)
        implements Row {
    public enum State {
        OFFERED,
        WITHDRAWN
    }

    /**
     * Who has how much of it when. One of {@code task} and {@code action} is there: what it is for.
     *
     * @param until when it ends; of what came back early, when it came back
     */
    public record Booking(
            String id,
            String by,
            int quantity,
            Instant from,
            Instant until,
            @Nullable String task,
            @Nullable String action,
            Booking.State state) {
        public enum State {
            BOOKED,
            RETURNED,
            CANCELLED
        }
    }

    /**
     * So much is free, and no more, for a time.
     *
     * @param from missing: since ever
     * @param until missing: for ever
     */
    public record Free(@Nullable Instant from, @Nullable Instant until, int quantity) {}

    public ResourceRow {
        languages = List.copyOf(languages);
        bookings = List.copyOf(bookings);
        free = List.copyOf(free);
    }

    /** Whether it is lent to an organisation at this instant. */
    public boolean lentTo(String organization, Instant at) {
        return bookings.stream()
                .anyMatch(booking -> booking.state() == Booking.State.BOOKED
                        && booking.by().equals(organization)
                        && !at.isBefore(booking.from())
                        && at.isBefore(booking.until()));
    }

    /** {@code booked-by} names those who have something to give back. */
    @Override
    public Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        keys.add(key("coalition", coalition));
        keys.add(key("owner", owner));
        for (var booking : bookings) {
            keys.add(key("booking", booking.id()));
            if (booking.state() == Booking.State.BOOKED) {
                keys.add(key("booked-by", booking.by()));
            }
        }
        return keys;
    }
}
