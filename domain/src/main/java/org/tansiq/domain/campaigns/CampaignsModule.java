package org.tansiq.domain.campaigns;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.tansiq.domain.shared.CoalitionId;

/** Puts what belongs to campaigns into an Axon configuration. It needs {@code MembersModule} beside it. */
public final class CampaignsModule {
    private CampaignsModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(CoalitionId.class, HashtagRegistry.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("campaigns")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new RegisteringHashtags())
                        .annotatedCommandHandlingComponent(configuration -> new RetiringHashtags())
                        .annotatedCommandHandlingComponent(configuration -> new RevivingHashtags()));
    }
}
