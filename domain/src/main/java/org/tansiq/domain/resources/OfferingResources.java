package org.tansiq.domain.resources;

import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Members lend; one resource is offered once. */
public final class OfferingResources {
    @CommandHandler
    void handle(
            OfferResource command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, resource.state()));
    }

    static List<ResourceEvent> decide(OfferResource offer, Resource.State state) {
        return switch (state) {
            case Resource.Unknown() -> List.of(offered(offer));
            case Resource.Offered(var earlier, var bookings) when same(offer, earlier) -> List.of();
            case Resource.Known known -> throw new Conflict("resource-exists");
        };
    }

    private static ResourceOffered offered(OfferResource offer) {
        return new ResourceOffered(
                offer.coalition(),
                offer.resource(),
                offer.by(),
                offer.kind(),
                offer.title(),
                offer.details(),
                offer.quantity(),
                offer.languages(),
                offer.where(),
                offer.availableFrom(),
                offer.availableUntil(),
                offer.visibility(),
                offer.at());
    }

    private static boolean same(OfferResource offer, ResourceOffered earlier) {
        return offer.coalition().equals(earlier.coalition())
                && offer.by().equals(earlier.by())
                && offer.kind() == earlier.kind()
                && offer.title().equals(earlier.title())
                && offer.details().equals(earlier.details())
                && offer.quantity() == earlier.quantity()
                && offer.languages().equals(earlier.languages())
                && Objects.equals(offer.where(), earlier.where())
                && Objects.equals(offer.availableFrom(), earlier.availableFrom())
                && Objects.equals(offer.availableUntil(), earlier.availableUntil());
    }
}
