package org.tansiq.projections.resources;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.resources.ResourceKind;
import org.tansiq.domain.shared.Text;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.projections.shared.Audience;
import org.tansiq.projections.shared.Guarded;
import org.tansiq.projections.shared.Under;

/**
 * One thing that a member lends, who has it when, and how much of it is free when.
 *
 * @param bookings by their start, past and cancelled ones too
 * @param once see {@link Guarded#once}
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
        List<Free> free,
        Visibility visibility,
        @Nullable Audience once)
        implements Guarded {
    public enum State {
        OFFERED,
        WITHDRAWN
    }

    /**
     * Who has how much of it when. One of {@code task} and {@code action} is there: what it is for.
     *
     * @param under the way from its action to the one that it is shown under; see {@link Under}
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
            List<String> under,
            Booking.State state) {
        public Booking {
            under = List.copyOf(under);
        }

        /** The action that it is shown under: its own, or what that is one with now. */
        public @Nullable String standsAt() {
            return action == null ? null : Under.last(action, under);
        }

        /** As those see it who see only some of the actions that its own is one with. */
        public Booking under(Predicate<String> sees) {
            return under(Under.seen(under, sees));
        }

        Booking merged(String gone, String into) {
            return action == null ? this : under(Under.merged(action, under, gone, into));
        }

        Booking undone(String gone, String from) {
            return action == null ? this : under(Under.undone(action, under, gone, from));
        }

        private Booking under(List<String> way) {
            return new Booking(id, by, quantity, from, until, task, action, way, state);
        }

        /** As those see it who see what it is for as little as what is not there. */
        public Booking withoutPurpose() {
            return new Booking(id, by, quantity, from, until, null, null, List.of(), state);
        }

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

    /** {@code booked-by} names those who have something to give back, {@code action} what it was ever booked for. */
    @Override
    public Set<String> keys() {
        var keys = new LinkedHashSet<>(guardKeys(false));
        keys.add(key("coalition", coalition));
        keys.add(key("owner", owner));
        for (var booking : bookings) {
            keys.add(key("booking", booking.id()));
            if (booking.action() != null) {
                keys.add(key("action", booking.action()));
                booking.under().forEach(action -> keys.add(key("action", action)));
            }
            if (booking.state() == Booking.State.BOOKED) {
                keys.add(key("booked-by", booking.by()));
            }
        }
        return keys;
    }

    /** Who owns it, and who ever booked it. */
    @Override
    public Collection<String> own() {
        var own = new LinkedHashSet<>(Set.of(owner));
        bookings.forEach(booking -> own.add(booking.by()));
        return own;
    }

    /** In the place of what it was. */
    ResourceRow after(ResourceRow was) {
        return with(bookings, onceAfter(was));
    }

    /** As it goes out, with these bookings in the place of its own. */
    public ResourceRow outside(List<Booking> asSeen) {
        return with(asSeen, null);
    }

    private ResourceRow with(List<Booking> asSeen, @Nullable Audience seenOnce) {
        return new ResourceRow(
                id,
                coalition,
                owner,
                kind,
                title,
                details,
                quantity,
                languages,
                where,
                availableFrom,
                availableUntil,
                state,
                asSeen,
                free,
                visibility,
                seenOnce);
    }
}
