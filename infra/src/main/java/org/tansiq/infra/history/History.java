package org.tansiq.infra.history;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;

/** A coalition's events in the order of the log, with who, when, and what caused them. */
public final class History {
    private static final int EVENTS_AT_ONCE = 500;

    private final LogEventStorageEngine log;
    private final Sealing sealing;

    /** Payloads are shown as they are stored. */
    public History(LogEventStorageEngine log) {
        this(log, Sealing.NONE);
    }

    public History(LogEventStorageEngine log, Sealing sealing) {
        this.log = log;
        this.sealing = sealing;
    }

    /**
     * One event of a coalition.
     *
     * @param name such as {@code tasks.TaskClaimed}
     * @param person id of who did it; {@code automation} for what happened by itself
     * @param command that was carried out, such as {@code tasks.ClaimTask}
     * @param cause id of the event that brought it about, if one did
     * @param payload JSON as it was written, byte for byte, but for what is withheld and texts whose author was erased
     * @param withheld the fields of the payload that its reader does not see
     */
    public record Entry(
            long position,
            String id,
            String name,
            String version,
            Instant at,
            String person,
            String organization,
            String command,
            @Nullable String cause,
            String payload,
            List<String> withheld) {
        static Entry of(long position, StoredEvent event, String payload) {
            return new Entry(
                    position,
                    event.id(),
                    event.name(),
                    event.version(),
                    Instant.ofEpochMilli(event.at()),
                    event.metadata().getOrDefault("person", ""),
                    event.metadata().getOrDefault("organization", ""),
                    event.metadata().getOrDefault("command", ""),
                    event.metadata().get("cause"),
                    payload,
                    List.of());
        }

        /** With this payload, from which these fields were taken out. */
        public Entry without(List<String> fields, String rest) {
            return new Entry(
                    position, id, name, version, at, person, organization, command, cause, rest, List.copyOf(fields));
        }

        /** As one line of JSON; where nothing is withheld the payload stands in it byte for byte. */
        public String line() {
            return "{\"position\":" + position + ",\"id\":" + Json.write(id) + ",\"event\":" + Json.write(name)
                    + ",\"version\":" + Json.write(version) + ",\"at\":" + Json.write(at) + ",\"person\":"
                    + Json.write(person) + ",\"organization\":" + Json.write(organization) + ",\"command\":"
                    + Json.write(command)
                    + (cause == null ? "" : ",\"cause\":" + Json.write(cause))
                    + (withheld.isEmpty() ? "" : ",\"withheld\":" + Json.write(withheld)) + ",\"payload\":" + payload
                    + "}";
        }
    }

    /** Takes an entry; may be slow, the log is not held up by it. */
    @FunctionalInterface
    public interface Entries {
        void take(Entry entry) throws IOException;
    }

    /** Position of the next event of the log. */
    public long head() {
        return log.head();
    }

    /** Gives every event with {@code from <= position < to}. */
    public void entries(CoalitionId coalition, long from, long to, Entries entries) throws IOException {
        var next = from;
        while (next < to) {
            var page = page(coalition, next, to, EVENTS_AT_ONCE);
            if (page.isEmpty()) {
                return;
            }
            for (var entry : page) {
                entries.take(entry);
            }
            next = page.getLast().position() + 1;
        }
    }

    /** The last events before a position, newest first: looks back over stretches of the log that double. */
    public List<Entry> latest(CoalitionId coalition, long before, int limit) {
        var found = new ArrayList<Entry>();
        var to = before;
        for (long stretch = EVENTS_AT_ONCE; to > 0 && found.size() < limit; stretch *= 2) {
            var from = Math.max(0, to - stretch);
            found.addAll(last(coalition, from, to, limit - found.size()));
            to = from;
        }
        return found;
    }

    private List<Entry> last(CoalitionId coalition, long from, long to, int limit) {
        var last = new ArrayDeque<Entry>();
        log.query(selection(coalition), from, to, (position, event) -> {
            last.addFirst(entry(position, event));
            if (last.size() > limit) {
                last.removeLast();
            }
            return true;
        });
        return List.copyOf(last);
    }

    private List<Entry> page(CoalitionId coalition, long from, long to, int limit) {
        var page = new ArrayList<Entry>();
        log.query(selection(coalition), from, to, (position, event) -> {
            page.add(entry(position, event));
            return page.size() < limit;
        });
        return page;
    }

    private Entry entry(long position, StoredEvent event) {
        return Entry.of(position, event, opened(event));
    }

    /** What cannot be opened is shown as it is stored: that it happened can still be told. */
    private String opened(StoredEvent event) {
        try {
            return sealing.open(event);
        } catch (UnreadableJson e) {
            return event.payload();
        }
    }

    private static Selection selection(CoalitionId coalition) {
        return Selection.tagged(new Tag(Tags.COALITION, coalition.value()));
    }
}
