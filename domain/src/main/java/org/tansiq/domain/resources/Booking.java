package org.tansiq.domain.resources;

import java.time.Instant;
import org.tansiq.domain.shared.OrganizationId;

/**
 * So much of a resource for a time, and what became of that.
 *
 * @param until never before {@code from}; a booking is gone at this instant
 */
record Booking(OrganizationId by, int quantity, Instant from, Instant until, Purpose purpose, State state) {
    sealed interface State {}

    record Booked() implements State {}

    record Returned(Instant at) implements State {}

    record Cancelled() implements State {}

    static Booking of(ResourceBooked booked) {
        return new Booking(
                booked.by(), booked.quantity(), booked.from(), booked.until(), booked.purpose(), new Booked());
    }

    Booking with(State next) {
        return new Booking(by, quantity, from, until, purpose, next);
    }

    /** Whether whoever booked has it at this instant. */
    boolean isInForce(Instant at) {
        return state instanceof Booked && !at.isBefore(from) && at.isBefore(until);
    }

    /** The instant from which it takes nothing any more; not after {@code from} if it takes nothing at all. */
    Instant heldUntil() {
        return switch (state) {
            case Booked() -> until;
            case Returned(var at) -> at.isBefore(until) ? at : until;
            case Cancelled() -> from;
        };
    }
}
