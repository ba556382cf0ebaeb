package org.tansiq.infra.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** Axon's event messages to stored events and back. */
final class Messages {
    /**
     * What a commit is stored once under.
     *
     * @param isGiven whether the command named it, so that it may be in the log already
     */
    record CommitId(String value, boolean isGiven) {}

    private Messages() {}

    static StoredEvent encode(TaggedEventMessage<?> tagged, EventConverter converter) {
        EventMessage message = tagged.event();
        var json = Objects.requireNonNull(converter.convertPayload(message, byte[].class), "an event without payload");
        var metadata = new HashMap<>(message.metadata());
        metadata.remove(LogEventStorageEngine.COMMIT_ID);
        return new StoredEvent(
                message.identifier(),
                message.type().name(),
                message.type().version(),
                message.timestamp().toEpochMilli(),
                metadata,
                tagged.tags(),
                Utf8.text(json));
    }

    /** The id that the command gave to all its events, or a new one. */
    static CommitId commitId(List<TaggedEventMessage<?>> events) {
        var given = given(events.getFirst());
        for (var event : events) {
            if (!Objects.equals(given, given(event))) {
                throw new IllegalArgumentException("The events of one commit name different commit ids.");
            }
        }
        return given == null ? new CommitId(UUID.randomUUID().toString(), false) : new CommitId(given, true);
    }

    static EventMessage decode(StoredEvent stored, Lifting lifting) {
        var event = lifting.lift(stored);
        return new GenericEventMessage(
                event.id(),
                new MessageType(event.name(), event.version()),
                event.payload().getBytes(StandardCharsets.UTF_8),
                event.metadata(),
                Instant.ofEpochMilli(event.at()));
    }

    private static @Nullable String given(TaggedEventMessage<?> tagged) {
        return tagged.event().metadata().get(LogEventStorageEngine.COMMIT_ID);
    }
}
