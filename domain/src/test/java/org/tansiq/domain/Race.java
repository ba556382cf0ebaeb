package org.tansiq.domain;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.annotation.Nonnull;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Fact;

/**
 * Axon itself with its own log in memory, and racers on threads of their own. They wait for each other just before they
 * append, when each has already decided on what it read: the worst moment there is, every time.
 */
public final class Race implements AutoCloseable {
    private static final long WAIT_SECONDS_MAX = 20;

    private final Log log = new Log();
    private final AxonConfiguration axon =
            Scene.configurer().registerEventStorageEngine(configuration -> log).start();

    public void given(Object... commands) {
        var gateway = axon.getComponent(CommandGateway.class);
        for (var command : commands) {
            gateway.sendAndWait(command);
        }
    }

    /** Runs the commands against each other; what each one failed with, or nothing. All of them must want to append. */
    public List<Optional<Throwable>> run(List<?> commands) throws InterruptedException {
        var gateway = axon.getComponent(CommandGateway.class);
        log.line = new CyclicBarrier(commands.size());
        try (var racers = Executors.newFixedThreadPool(commands.size())) {
            var running = new ArrayList<Future<?>>();
            for (var command : commands) {
                running.add(racers.submit(() -> gateway.sendAndWait(command)));
            }
            var outcomes = new ArrayList<Optional<Throwable>>();
            for (var racer : running) {
                outcomes.add(outcome(racer));
            }
            return outcomes;
        } finally {
            log.line = null;
        }
    }

    /** What a command that runs alone is refused with. */
    public Throwable refusal(Object command) {
        return catchThrowable(() -> given(command));
    }

    /** Everything in the log, in its order. */
    public List<Fact> facts() {
        return log.source(SourcingCondition.conditionFor(EventCriteria.havingAnyTag()), null)
                .reduce(new ArrayList<Fact>(), (facts, entry) -> {
                    if (entry.message() != TerminalEventMessage.INSTANCE) {
                        facts.add((Fact) payload(entry.message()));
                    }
                    return facts;
                })
                .join();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    private static Object payload(Message message) {
        var payload = message.payload();
        if (payload == null) {
            throw new AssertionError("An event without a payload.");
        }
        return payload;
    }

    private static Optional<Throwable> outcome(Future<?> racer) throws InterruptedException {
        try {
            racer.get(WAIT_SECONDS_MAX, SECONDS);
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.ofNullable(failed.getCause());
        } catch (TimeoutException late) {
            throw new AssertionError("A racer never came home.", late);
        }
    }

    private static final class Log extends InMemoryEventStorageEngine {
        private volatile @Nullable CyclicBarrier line;

        @Override
        public CompletableFuture<AppendTransaction<?>> appendEvents(
                @Nonnull AppendCondition condition,
                @Nullable ProcessingContext context,
                @Nonnull List<TaggedEventMessage<?>> events) {
            var racing = line;
            if (racing != null) {
                try {
                    racing.await(WAIT_SECONDS_MAX, SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                    return CompletableFuture.failedFuture(alone);
                }
            }
            return super.appendEvents(condition, context, events);
        }
    }
}
