package org.tansiq.domain.resources;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** Puts what belongs to resources into an Axon configuration. It needs {@code MembersModule} beside it. */
public final class ResourcesModule {
    private ResourcesModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(ResourceId.class, Resource.class))
                .registerEntity(EventSourcedEntityModule.autodetected(Purpose.class, PurposeKnown.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("resources")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new OfferingResources())
                        .annotatedCommandHandlingComponent(configuration -> new BookingResources())
                        .annotatedCommandHandlingComponent(configuration -> new CancellingBookings())
                        .annotatedCommandHandlingComponent(configuration -> new ReturningResources())
                        .annotatedCommandHandlingComponent(configuration -> new ReadingContacts())
                        .annotatedCommandHandlingComponent(configuration -> new WithdrawingResources())
                        .annotatedCommandHandlingComponent(configuration -> new ShowingResources()));
    }
}
