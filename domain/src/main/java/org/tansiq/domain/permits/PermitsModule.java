package org.tansiq.domain.permits;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.tansiq.domain.actions.ActionId;

/** Puts what belongs to permits into an Axon configuration. */
public final class PermitsModule {
    private PermitsModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(ActionId.class, Permit.class))
                .registerEntity(EventSourcedEntityModule.autodetected(LeadTimeId.class, LeadTime.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("permits")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new ReportingPermits())
                        .annotatedCommandHandlingComponent(configuration -> new SettingLeadTimes()));
    }
}
