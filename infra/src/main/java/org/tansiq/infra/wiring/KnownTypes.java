package org.tansiq.infra.wiring;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;

/**
 * Remembers what type of message a class is. Axon 5.0.1 reads the annotations of the class anew for every message: a
 * twelfth of a command's work.
 */
final class KnownTypes implements MessageTypeResolver {
    private final MessageTypeResolver delegate;
    private final Map<Class<?>, Optional<MessageType>> known = new ConcurrentHashMap<>();

    KnownTypes(MessageTypeResolver delegate) {
        this.delegate = delegate;
    }

    @Override
    public Optional<MessageType> resolve(Class<?> payloadType) {
        return known.computeIfAbsent(payloadType, delegate::resolve);
    }
}
