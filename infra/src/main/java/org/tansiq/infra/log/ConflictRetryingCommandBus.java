package org.tansiq.infra.log;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Handles a command anew, with fresh state, when somebody else changed first what it had read. A command that has lost a
 * race, or is about to read what others queue for, goes on in the lane of that boundary: inside one node commands take
 * turns there, and only those of other nodes can still be faster. After {@value #ATTEMPTS_MAX} lost races the sender
 * gets {@link LostTooManyRaces}.
 *
 * <p>Axon's own retrying bus is not used: at 5.0.1 it refuses to retry a lost race, and commands hung under contention.
 */
public final class ConflictRetryingCommandBus implements CommandBus {
    public static final int ATTEMPTS_MAX = 50;

    private static final long PAUSE_MICROS = 200;
    private static final int DOUBLINGS_MAX = 7;
    private static final Executor VIRTUAL =
            task -> Thread.ofVirtual().name("command-retry").start(task);

    private final CommandBus delegate;
    private final Lanes lanes;
    private final int attemptsMax;

    /** @param log the engine that the handlers read and write */
    public ConflictRetryingCommandBus(CommandBus delegate, LogEventStorageEngine log) {
        this(delegate, log.lanes(), ATTEMPTS_MAX);
    }

    ConflictRetryingCommandBus(CommandBus delegate, Lanes lanes, int attemptsMax) {
        this.delegate = delegate;
        this.lanes = lanes;
        this.attemptsMax = attemptsMax;
    }

    @Override
    public ConflictRetryingCommandBus subscribe(QualifiedName name, CommandHandler handler) {
        delegate.subscribe(name, handler);
        return this;
    }

    @Override
    public CompletableFuture<CommandResultMessage> dispatch(
            CommandMessage command, @Nullable ProcessingContext context) {
        return new Dispatch(command, context).run();
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeWrapperOf(delegate);
    }

    /** One command on its way to an answer, in at most one lane at a time: so nobody waits for who waits for them. */
    private final class Dispatch {
        private final CommandMessage command;
        private final @Nullable ProcessingContext context;
        private volatile @Nullable Set<Tag> lane;

        Dispatch(CommandMessage command, @Nullable ProcessingContext context) {
            this.command = command;
            this.context = context;
        }

        CompletableFuture<CommandResultMessage> run() {
            return attempt(0).whenComplete((result, failure) -> leave());
        }

        private CompletableFuture<CommandResultMessage> attempt(int racesLost) {
            return delegate.dispatch(command, context)
                    .exceptionallyCompose(failure -> afterFailure(failure, racesLost));
        }

        private CompletableFuture<CommandResultMessage> afterFailure(Throwable failure, int racesLost) {
            return switch (cause(failure)) {
                case BoundaryBusy busy -> inTurn(busy.boundary(), racesLost);
                case LostRace lost -> afterLostRace(lost, racesLost + 1);
                default -> CompletableFuture.failedFuture(failure);
            };
        }

        private CompletableFuture<CommandResultMessage> afterLostRace(LostRace lost, int racesLost) {
            if (racesLost == attemptsMax) {
                return CompletableFuture.failedFuture(new LostTooManyRaces(racesLost, lost));
            }
            return lost.boundary().equals(lane)
                    ? pause(racesLost).thenCompose(paused -> attempt(racesLost))
                    : inTurn(lost.boundary(), racesLost);
        }

        private CompletableFuture<CommandResultMessage> inTurn(Set<Tag> boundary, int racesLost) {
            leave();
            return lanes.enter(boundary, command.identifier()).thenCompose(turn -> {
                lane = boundary;
                return attempt(racesLost);
            });
        }

        private void leave() {
            var left = lane;
            if (left != null) {
                lane = null;
                lanes.leave(left);
            }
        }
    }

    private static CompletableFuture<Void> pause(int racesLost) {
        var micros = ThreadLocalRandom.current().nextLong(PAUSE_MICROS << Math.min(racesLost, DOUBLINGS_MAX));
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(micros, TimeUnit.MICROSECONDS, VIRTUAL));
    }

    private static Throwable cause(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
