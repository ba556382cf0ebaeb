package org.tansiq.infra.log;

import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * One event as it is stored, for ever.
 *
 * @param id unique among all events
 * @param name namespace and local name, {@code tasks.TaskClaimed}
 * @param version of the payload's shape; an old one is lifted when it is read
 * @param at when it was written, in milliseconds since 1970, by the clock of the node that wrote it
 * @param metadata who did it and what caused it
 * @param tags the boundaries that it affects
 * @param payload JSON, exactly as it was written
 */
public record StoredEvent(
        String id, String name, String version, long at, Map<String, String> metadata, Set<Tag> tags, String payload) {
    public StoredEvent {
        metadata = Map.copyOf(metadata);
        tags = Set.copyOf(tags);
    }

    public StoredEvent withPayload(String other) {
        return new StoredEvent(id, name, version, at, metadata, tags, other);
    }

    QualifiedName qualifiedName() {
        return new QualifiedName(name);
    }

    /** About how many bytes a store needs for it: text in UTF-8, each tag twice (in the event and in the index). */
    long bytes() {
        var bytes = 64L + Utf8.length(id) + Utf8.length(name) + Utf8.length(payload);
        for (var entry : metadata.entrySet()) {
            bytes += 8 + Utf8.length(entry.getKey()) + Utf8.length(entry.getValue());
        }
        for (var tag : tags) {
            bytes += 2L * (16 + Utf8.length(tag.key()) + Utf8.length(tag.value()));
        }
        return bytes;
    }
}
