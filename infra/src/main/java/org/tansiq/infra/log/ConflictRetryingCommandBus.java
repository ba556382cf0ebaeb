package org.tansiq.infra.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Handles a command anew, with fresh state, when somebody else changed first what it had read. After
 * {@value #ATTEMPTS_MAX} lost races the sender gets {@link LostTooManyRaces}.
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
    private final int attemptsMax;

    public ConflictRetryingCommandBus(CommandBus delegate) {
        this(delegate, ATTEMPTS_MAX);
    }

    ConflictRetryingCommandBus(CommandBus delegate, int attemptsMax) {
        this.delegate = delegate;
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
        return attempt(command, context, 1);
    }

    private CompletableFuture<CommandResultMessage> attempt(
            CommandMessage command, @Nullable ProcessingContext context, int attempt) {
        return delegate.dispatch(command, context)
                .exceptionallyCompose(failure -> afterFailure(command, context, attempt, failure));
    }

    private CompletableFuture<CommandResultMessage> afterFailure(
            CommandMessage command, @Nullable ProcessingContext context, int attempt, Throwable failure) {
        if (!isLostRace(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        if (attempt == attemptsMax) {
            return CompletableFuture.failedFuture(new LostTooManyRaces(attempt, failure));
        }
        var pause = ThreadLocalRandom.current().nextLong(PAUSE_MICROS << Math.min(attempt, DOUBLINGS_MAX));
        var later = CompletableFuture.delayedExecutor(pause, TimeUnit.MICROSECONDS, VIRTUAL);
        return CompletableFuture.runAsync(() -> {}, later)
                .thenCompose(paused -> attempt(command, context, attempt + 1));
    }

    private static boolean isLostRace(Throwable failure) {
        var cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof AppendEventsTransactionRejectedException;
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeWrapperOf(delegate);
    }
}
