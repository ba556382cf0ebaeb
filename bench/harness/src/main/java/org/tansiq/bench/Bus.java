package org.tansiq.bench;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionsModule;
import org.tansiq.domain.campaigns.CampaignsModule;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.resources.ResourcesModule;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.tasks.TasksModule;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.AxonWiring;
import org.tansiq.infra.wiring.Commands;

/** Commands go in here: Axon as the product wires it, over one store or another, and no projections behind it. */
final class Bus implements AutoCloseable {
    private static final Actor SOMEBODY = new Actor(new PersonId("somebody"), new OrganizationId("berlin"));
    private static final JacksonConverter CONVERTER = new JacksonConverter(Json.mapper());

    private final AxonConfiguration axon;
    private final Consumer<Object> sending;
    private final Runnable closing;
    private final LongAdder tries;

    private Bus(AxonConfiguration axon, Consumer<Object> sending, Runnable closing, LongAdder tries) {
        this.axon = axon;
        this.sending = sending;
        this.closing = closing;
        this.tries = tries;
    }

    /** The product's own way, up to the receipt. */
    static Bus over(CommitLog log, LogSettings settings) {
        var engine = new LogEventStorageEngine(log, converter(), settings);
        var tries = new LongAdder();
        var axon = start(AxonWiring.configure(decisions(), engine, CONVERTER), tries, tags -> tags);
        var commands =
                new Commands(axon.getComponent(CommandBus.class), axon.getComponent(MessageTypeResolver.class), engine);
        return new Bus(axon, command -> commands.carryOut(command, SOMEBODY, null), engine::close, tries);
    }

    /** Another store of events: the same bus, less the receipt. */
    static Bus over(EventStorageEngine engine, UnaryOperator<TagResolver> tags, Runnable closing) {
        var tries = new LongAdder();
        var axon = start(AxonWiring.configure(decisions(), engine, CONVERTER), tries, tags);
        var bus = axon.getComponent(CommandBus.class);
        var types = axon.getComponent(MessageTypeResolver.class);
        return new Bus(
                axon,
                command -> {
                    var type = types.resolveOrThrow(command);
                    join(bus.dispatch(
                            new GenericCommandMessage(type, command)
                                    .andMetadata(Map.of(
                                            "command",
                                            type.name(),
                                            "person",
                                            SOMEBODY.person().value(),
                                            "organization",
                                            SOMEBODY.organization().value(),
                                            "cause",
                                            UUID.randomUUID().toString())),
                            null));
                },
                closing,
                tries);
    }

    static DelegatingEventConverter converter() {
        return new DelegatingEventConverter(CONVERTER);
    }

    private static EventSourcingConfigurer decisions() {
        return Diary.register(CampaignsModule.register(ResourcesModule.register(ActionsModule.register(
                TasksModule.register(MembersModule.register(EventSourcingConfigurer.create()))))));
    }

    private static AxonConfiguration start(
            EventSourcingConfigurer wired, LongAdder tries, UnaryOperator<TagResolver> tagging) {
        return wired.componentRegistry(registry -> registry.registerDecorator(
                                TagResolver.class,
                                Integer.MAX_VALUE,
                                (configuration, name, tags) -> tagging.apply(tags))
                        .registerDecorator(
                                CommandBus.class,
                                Integer.MAX_VALUE - 20,
                                (configuration, name, bus) -> new CountedBus(bus, tries)))
                .start();
    }

    /** Sends it and waits until it is answered. */
    void send(Object command) {
        sending.accept(command);
    }

    /** How often a command was handled, the tries that lost a race among them. */
    long tries() {
        return tries.sum();
    }

    TagResolver tags() {
        return axon.getComponent(TagResolver.class);
    }

    @Override
    public void close() {
        axon.shutdown();
        closing.run();
    }

    private static void join(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** Below the one that retries. */
    private record CountedBus(CommandBus bus, LongAdder tries) implements CommandBus {
        @Override
        public CompletableFuture<CommandResultMessage> dispatch(
                CommandMessage command, @Nullable ProcessingContext context) {
            tries.increment();
            return bus.dispatch(command, context);
        }

        @Override
        public CountedBus subscribe(QualifiedName name, CommandHandler handler) {
            bus.subscribe(name, handler);
            return this;
        }

        @Override
        public void describeTo(ComponentDescriptor descriptor) {
            descriptor.describeWrapperOf(bus);
        }
    }
}
