package org.tansiq.domain.resources;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/**
 * What decisions about one resource need to know of it. It fills one map in place: a resource of many years has more
 * bookings than one would want to copy at each event.
 */
@EventSourcedEntity(tagKey = Tags.RESOURCE)
final class Resource {
    sealed interface State {}

    record Unknown() implements State {}

    /** A resource that was once offered, with all its bookings, past ones too. */
    sealed interface Known extends State {
        ResourceOffered offer();

        Map<BookingId, Booking> bookings();

        default Booking booking(BookingId id) {
            var booking = bookings().get(id);
            if (booking == null) {
                throw new NotFound("booking", id);
            }
            return booking;
        }

        default boolean isTheirs(Booking booking, OrganizationId organization) {
            return booking.by().equals(organization) || offer().by().equals(organization);
        }
    }

    record Offered(ResourceOffered offer, Map<BookingId, Booking> bookings) implements Known {}

    record Withdrawn(ResourceOffered offer, Map<BookingId, Booking> bookings) implements Known {}

    private final Map<BookingId, Booking> bookings = new LinkedHashMap<>();
    private State state = new Unknown();
    private Visibility visibility = Visibility.COALITION;

    @EntityCreator
    Resource() {}

    @EventSourcingHandler
    void on(ResourceOffered offered) {
        state = new Offered(offered, Collections.unmodifiableMap(bookings));
        visibility = offered.visibility();
    }

    @EventSourcingHandler
    void on(ResourceBooked booked) {
        bookings.put(booked.booking(), Booking.of(booked));
    }

    @EventSourcingHandler
    void on(BookingCancelled cancelled) {
        bookings.computeIfPresent(cancelled.booking(), (id, booking) -> booking.with(new Booking.Cancelled()));
    }

    @EventSourcingHandler
    void on(ResourceReturned returned) {
        bookings.computeIfPresent(
                returned.booking(), (id, booking) -> booking.with(new Booking.Returned(returned.at())));
    }

    @EventSourcingHandler
    void on(ResourceWithdrawn withdrawn) {
        if (state instanceof Offered(var offer, var all)) {
            state = new Withdrawn(offer, all);
        }
    }

    @EventSourcingHandler
    void on(ResourceShown shown) {
        visibility = shown.visibility();
    }

    State state() {
        return state;
    }

    Visibility visibility() {
        return visibility;
    }

    /** The resource as a member of a coalition may know it: what is another's, and what it may not see, does not exist. */
    Known in(CoalitionId coalition, ResourceId id, OrganizationId by) {
        if (state instanceof Known known
                && known.offer().coalition().equals(coalition)
                && (hadPart(by) || visibility.seenBy(by, Set.of()))) {
            return known;
        }
        throw new NotFound("resource", id);
    }

    /**
     * Whoever owns the resource or ever booked it may give back without being a member any longer; to anybody else who is
     * no member, nothing of this exists.
     */
    void partOrMember(MembershipId who, Membership membership) {
        if (!hadPart(who.organization())) {
            membership.required(who);
        }
    }

    private boolean hadPart(OrganizationId organization) {
        return state instanceof Known known
                && (known.offer().by().equals(organization)
                        || bookings.values().stream()
                                .anyMatch(booking -> booking.by().equals(organization)));
    }
}
