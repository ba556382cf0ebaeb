package org.tansiq.domain.resources;

import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;

/** Who a contact is, others read only while it is lent to them, and every time stands in the log. */
public final class ReadingContacts {
    @CommandHandler
    void handle(
            ReadContact command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, resource.in(command.coalition(), command.resource(), command.by())));
    }

    static List<ResourceEvent> decide(ReadContact read, Resource.Known resource) {
        var offer = resource.offer();
        if (offer.kind() != ResourceKind.CONTACT) {
            throw new Conflict("not-a-contact");
        }
        var booking = inForce(resource, read.by(), read.at());
        return List.of(new ContactRead(read.coalition(), read.resource(), offer.by(), booking, read.by(), read.at()));
    }

    private static BookingId inForce(Resource.Known resource, OrganizationId by, Instant at) {
        for (var booking : resource.bookings().entrySet()) {
            if (booking.getValue().by().equals(by) && booking.getValue().isInForce(at)) {
                return booking.getKey();
            }
        }
        throw new NotAllowed("not-lent");
    }
}
