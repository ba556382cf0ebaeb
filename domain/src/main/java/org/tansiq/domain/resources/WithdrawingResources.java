package org.tansiq.domain.resources;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.NotAllowed;

/** What is withdrawn is lent to nobody: the owner's withdrawal cancels every booking that is not over. */
public final class WithdrawingResources {
    @CommandHandler
    void handle(
            WithdrawResource command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        resource.partOrMember(command.membership(), membership);
        events.append(decide(command, resource.in(command.coalition(), command.resource(), command.by())));
    }

    static List<ResourceEvent> decide(WithdrawResource withdraw, Resource.Known resource) {
        if (!resource.offer().by().equals(withdraw.by())) {
            throw new NotAllowed("not-owner");
        }
        return switch (resource) {
            case Resource.Offered offered -> withdrawn(withdraw, offered);
            case Resource.Withdrawn withdrawn -> List.of();
        };
    }

    private static List<ResourceEvent> withdrawn(WithdrawResource withdraw, Resource.Offered resource) {
        var events = new ArrayList<ResourceEvent>();
        resource.bookings().forEach((id, booking) -> {
            if (booking.state() instanceof Booking.Booked && booking.until().isAfter(withdraw.at())) {
                events.add(new BookingCancelled(
                        withdraw.coalition(), withdraw.resource(), id, withdraw.by(), withdraw.at()));
            }
        });
        events.add(new ResourceWithdrawn(withdraw.coalition(), withdraw.resource(), withdraw.by(), withdraw.at()));
        return events;
    }
}
