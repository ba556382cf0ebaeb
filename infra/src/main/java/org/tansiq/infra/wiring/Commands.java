package org.tansiq.infra.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.infra.log.LogEventStorageEngine;

/** Carries commands out, one effect each. */
public final class Commands {
    static final String PERSON = "person";
    static final String ORGANIZATION = "organization";
    static final String COMMAND = "command";
    static final String CAUSE = "cause";

    private static final long ANSWER_SECONDS_MAX = 30;

    private final CommandBus bus;
    private final MessageTypeResolver types;
    private final LogEventStorageEngine log;

    public Commands(CommandBus bus, MessageTypeResolver types, LogEventStorageEngine log) {
        this.bus = bus;
        this.types = types;
        this.log = log;
    }

    /**
     * Carries a command out and waits until its events are durable.
     *
     * @param key the same again for a repeat of the same command, which is then answered as the first was and writes
     *     nothing; null when every call is meant anew
     * @throws Refusal if it was refused; then nothing was written
     * @throws org.tansiq.infra.log.LostTooManyRaces if others were faster, again and again
     * @throws org.tansiq.infra.log.Overloaded if too many commands wait already
     */
    public Receipt carryOut(Object command, Actor actor, @Nullable String key) {
        return carryOut(command, actor, key, null);
    }

    /**
     * As above, for what happens by itself.
     *
     * @param cause id of the event that brought this command about
     */
    Receipt carryOut(Object command, Actor actor, @Nullable String key, @Nullable String cause) {
        if (key != null) {
            var before = answered(key);
            if (before.isPresent()) {
                return before.get();
            }
        }
        var commit = key == null ? UUID.randomUUID().toString() : key;
        var type = types.resolveOrThrow(command);
        var message = new GenericCommandMessage(type, command)
                .andMetadata(Map.of(
                        COMMAND,
                        type.name(),
                        PERSON,
                        actor.person().value(),
                        ORGANIZATION,
                        actor.organization().value(),
                        LogEventStorageEngine.COMMIT_ID,
                        commit));
        if (cause != null) {
            message = message.andMetadata(Map.of(CAUSE, cause));
        }
        try {
            await(message);
        } catch (Refusal refused) {
            // The same command may have come twice at once, and have made itself impossible.
            return answered(commit).orElseThrow(() -> refused);
        }
        return answered(commit).orElseGet(() -> new Receipt(log.head() - 1, false));
    }

    /** What a command that was sent with this key has been answered, if it wrote events. */
    public Optional<Receipt> answered(String key) {
        return log.find(key).map(stored -> new Receipt(stored.last(), true));
    }

    private void await(CommandMessage message) {
        try {
            bus.dispatch(message, null)
                    .orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            Throwable cause = failed;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
