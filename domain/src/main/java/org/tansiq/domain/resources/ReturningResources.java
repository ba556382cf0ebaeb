package org.tansiq.domain.resources;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** What was booked comes back once, on the word of the booker or of the owner, and is free from then on. */
public final class ReturningResources {
    @CommandHandler
    void handle(
            ReturnResource command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        resource.partOrMember(command.membership(), membership);
        events.append(decide(command, resource.in(command.coalition(), command.resource(), command.by())));
    }

    static List<ResourceEvent> decide(ReturnResource back, Resource.Known resource) {
        var booking = resource.booking(back.booking());
        if (!resource.isTheirs(booking, back.by())) {
            throw new NotAllowed("not-booker");
        }
        return switch (booking.state()) {
            case Booking.Booked() ->
                List.of(new ResourceReturned(back.coalition(), back.resource(), back.booking(), back.by(), back.at()));
            case Booking.Returned returned -> List.of();
            case Booking.Cancelled() -> throw new Conflict("booking-cancelled");
        };
    }
}
