package org.tansiq.infra.wiring;

import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.SimpleCorrelationDataProvider;
import org.tansiq.infra.log.ConflictRetryingCommandBus;
import org.tansiq.infra.log.LogEventStorageEngine;

/** How Axon is set up around decisions and a store of events; the benchmarks measure this same set-up. */
public final class AxonWiring {
    private AxonWiring() {}

    /**
     * To be started.
     *
     * @param decisions with the entities and command handlers registered
     */
    public static EventSourcingConfigurer configure(
            EventSourcingConfigurer decisions, LogEventStorageEngine log, Converter converter) {
        return configure(decisions, (EventStorageEngine) log, converter)
                .componentRegistry(registry -> registry.registerDecorator(
                        CommandBus.class,
                        Integer.MAX_VALUE - 10,
                        (configuration, name, bus) -> new ConflictRetryingCommandBus(bus, log)));
    }

    /** On any other store, to compare with: whoever loses a race there is told so. */
    public static EventSourcingConfigurer configure(
            EventSourcingConfigurer decisions, EventStorageEngine events, Converter converter) {
        return decisions
                .registerEventStorageEngine(configuration -> events)
                .componentRegistry(registry -> registry.registerComponent(Converter.class, configuration -> converter)
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                configuration -> new DefaultCorrelationDataProviderRegistry()
                                        .registerProvider(any -> new SimpleCorrelationDataProvider(
                                                Commands.PERSON,
                                                Commands.ORGANIZATION,
                                                Commands.COMMAND,
                                                Commands.CAUSE,
                                                LogEventStorageEngine.COMMIT_ID)))
                        .registerDecorator(
                                MessageTypeResolver.class, 0, (configuration, name, types) -> new KnownTypes(types))
                        .registerDecorator(TagResolver.class, 0, (configuration, name, tags) -> new RecordTags(tags)));
    }
}
