package org.tansiq.domain.resources;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** A booking is called off by whoever made it, or by the owner of what it takes. */
public final class CancellingBookings {
    @CommandHandler
    void handle(
            CancelBooking command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        resource.partOrMember(command.membership(), membership);
        events.append(decide(command, resource.in(command.coalition(), command.resource(), command.by())));
    }

    static List<ResourceEvent> decide(CancelBooking cancel, Resource.Known resource) {
        var booking = resource.booking(cancel.booking());
        if (!resource.isTheirs(booking, cancel.by())) {
            throw new NotAllowed("not-booker");
        }
        return switch (booking.state()) {
            case Booking.Booked() ->
                List.of(new BookingCancelled(
                        cancel.coalition(), cancel.resource(), cancel.booking(), cancel.by(), cancel.at()));
            case Booking.Cancelled() -> List.of();
            case Booking.Returned returned -> throw new Conflict("booking-returned");
        };
    }
}
