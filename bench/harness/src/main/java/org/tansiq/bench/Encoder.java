package org.tansiq.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.StoredEvent;

/** Facts as the engine would store them, tags and all, for logs that are written without commands. */
final class Encoder implements AutoCloseable {
    private final Bus bus;
    private final TagResolver tags;
    private final SplittableRandom random;

    Encoder(long seed) {
        bus = Bus.over(new InMemoryEventStorageEngine(), own -> own, () -> {});
        tags = bus.tags();
        random = new SplittableRandom(seed);
    }

    StoredEvent encode(Fact fact, String organization) {
        var message = message(fact);
        var type = message.event().type();
        var metadata = Map.of("command", type.name(), "person", "p-" + organization, "organization", organization);
        return new StoredEvent(
                uuid(),
                type.name(),
                type.version(),
                fact.at().toEpochMilli(),
                metadata,
                message.tags(),
                Json.write(fact));
    }

    TaggedEventMessage<EventMessage> message(Fact fact) {
        var type = new MessageType(EventTypes.nameOf(fact.getClass()), EventTypes.versionOf(fact.getClass()));
        var message = new GenericEventMessage(type, fact);
        return new GenericTaggedEventMessage<>(message, tags.resolve(message));
    }

    String uuid() {
        return uuid(random);
    }

    static String uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static int bytes(StoredEvent event) {
        return event.payload().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public void close() {
        bus.close();
    }
}
