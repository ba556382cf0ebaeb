package org.tansiq.infra.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.axonframework.modelling.annotation.TargetEntityId;

/** Things that racers contend for: the smallest use of the log that has a boundary of two tags. */
final class Things {
    static final int HELD_MAX = 3;

    private Things() {}

    @Command(namespace = "things", name = "TakeThing")
    record TakeThing(String thing, String racer) {
        @TargetEntityId
        Boundary boundary() {
            return new Boundary(thing, racer);
        }
    }

    @Event(namespace = "things", name = "ThingTaken", version = "1")
    record ThingTaken(
            @EventTag(key = "thing") String thing,
            @EventTag(key = "racer") String racer) {}

    record Boundary(String thing, String racer) {}

    static final class Taken extends RuntimeException {
        Taken(String why) {
            super(why, null, false, false);
        }
    }

    @EventSourcedEntity
    static final class Holding {
        private final Set<String> things = new HashSet<>();
        private final Map<String, Integer> heldBy = new HashMap<>();

        @EntityCreator
        Holding() {}

        @EventSourcingHandler
        void on(ThingTaken taken) {
            things.add(taken.thing());
            heldBy.merge(taken.racer(), 1, Integer::sum);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(Boundary boundary, MessageTypeResolver types) {
            return EventCriteria.either(
                    EventCriteria.havingTags("thing", boundary.thing()).andBeingOneOfTypes(types, ThingTaken.class),
                    EventCriteria.havingTags("racer", boundary.racer()).andBeingOneOfTypes(types, ThingTaken.class));
        }
    }

    static final class Taking {
        /** A thing is taken once, and a racer holds at most {@link #HELD_MAX}. */
        @CommandHandler
        void handle(TakeThing take, @InjectEntity Holding holding, EventAppender events) {
            if (holding.things.contains(take.thing())) {
                throw new Taken("taken");
            }
            if (holding.heldBy.getOrDefault(take.racer(), 0) == HELD_MAX) {
                throw new Taken("enough");
            }
            events.append(List.of(new ThingTaken(take.thing(), take.racer())));
        }
    }

    /** Adds one to a tally that everybody shares: nothing is hotter. */
    @Command(namespace = "things", name = "AddOne")
    record AddOne(@TargetEntityId String tally) {}

    @Event(namespace = "things", name = "OneAdded", version = "1")
    record OneAdded(@EventTag(key = "tally") String tally, int now) {}

    @EventSourcedEntity(tagKey = "tally")
    static final class Tally {
        private int now;

        @EntityCreator
        Tally() {}

        @EventSourcingHandler
        void on(OneAdded added) {
            now = added.now();
        }
    }

    static final class Adding {
        final AtomicInteger attempts = new AtomicInteger();

        @CommandHandler
        void handle(AddOne add, @InjectEntity Tally tally, EventAppender events) {
            attempts.incrementAndGet();
            events.append(List.of(new OneAdded(add.tally(), tally.now + 1)));
        }
    }

    static EventConverter converter() {
        return new DelegatingEventConverter(new JacksonConverter(new ObjectMapper()));
    }

    /** Commands over this engine; the commit id of a command goes to its events. */
    static AxonConfiguration over(LogEventStorageEngine engine) {
        return over(engine, new Adding());
    }

    static AxonConfiguration over(LogEventStorageEngine engine, Adding adding) {
        return EventSourcingConfigurer.create()
                .registerEventStorageEngine(configuration -> engine)
                .registerEntity(EventSourcedEntityModule.autodetected(Boundary.class, Holding.class))
                .registerEntity(EventSourcedEntityModule.autodetected(String.class, Tally.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("things")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> adding)
                        .annotatedCommandHandlingComponent(configuration -> new Taking()))
                .componentRegistry(registry -> registry.registerComponent(
                                CorrelationDataProviderRegistry.class,
                                configuration -> new DefaultCorrelationDataProviderRegistry()
                                        .registerProvider(c ->
                                                new SimpleCorrelationDataProvider(LogEventStorageEngine.COMMIT_ID)))
                        .registerDecorator(
                                CommandBus.class,
                                Integer.MAX_VALUE - 10,
                                (configuration, name, bus) -> new ConflictRetryingCommandBus(bus, engine)))
                .start();
    }
}
