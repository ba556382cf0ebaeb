package org.tansiq.infra.log;

import java.util.List;

/**
 * The events of one decision: stored together or not at all.
 *
 * @param position of the first event, from 0
 * @param id stored once, however often it is sent
 */
public record Commit(long position, String id, List<StoredEvent> events) {
    public Commit {
        events = List.copyOf(events);
    }

    /** Position after the last event. */
    public long end() {
        return position + events.size();
    }

    public StoredAt storedAt() {
        return new StoredAt(position, events.size());
    }
}
