package org.tansiq.domain.sessions;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.tansiq.domain.actions.ActionId;

/** Puts what belongs to sessions of international bodies into an Axon configuration. */
public final class SessionsModule {
    private SessionsModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(SessionId.class, BodySession.class))
                .registerEntity(EventSourcedEntityModule.autodetected(ActionId.class, Timing.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("sessions")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new AnnouncingSessions())
                        .annotatedCommandHandlingComponent(configuration -> new MovingSessions())
                        .annotatedCommandHandlingComponent(configuration -> new CancellingSessions())
                        .annotatedCommandHandlingComponent(configuration -> new ImportingSessions())
                        .annotatedCommandHandlingComponent(configuration -> new TimingToSessions()));
    }
}
