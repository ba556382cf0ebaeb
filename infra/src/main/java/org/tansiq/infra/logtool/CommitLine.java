package org.tansiq.infra.logtool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.StoredEvent;

/**
 * A commit as one line of an exported log. Metadata and tags are in order, so that equal commits are equal lines, whichever
 * store they come from.
 */
record CommitLine(long position, String commit, List<EventLine> events) {
    /**
     * @param at milliseconds since 1970
     * @param tags each a key and a value
     * @param payload the JSON as a string: no program between has a reason to write it otherwise
     */
    record EventLine(
            String id,
            String name,
            String version,
            long at,
            Map<String, String> metadata,
            List<List<String>> tags,
            String payload) {
        static EventLine of(StoredEvent event) {
            var tags = event.tags().stream()
                    .map(tag -> List.of(tag.key(), tag.value()))
                    .sorted((one, other) -> {
                        var byKey = one.getFirst().compareTo(other.getFirst());
                        return byKey == 0 ? one.getLast().compareTo(other.getLast()) : byKey;
                    })
                    .toList();
            return new EventLine(
                    event.id(),
                    event.name(),
                    event.version(),
                    event.at(),
                    new TreeMap<>(event.metadata()),
                    tags,
                    event.payload());
        }

        StoredEvent event() {
            Set<Tag> carried = new HashSet<>();
            for (var tag : tags) {
                if (tag.size() != 2) {
                    throw new IllegalArgumentException("A tag is a key and a value.");
                }
                carried.add(new Tag(tag.getFirst(), tag.getLast()));
            }
            return new StoredEvent(id, name, version, at, metadata, carried, payload);
        }
    }

    private static final ObjectReader READER = Json.mapper()
            .readerFor(CommitLine.class)
            .with(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    static String write(Commit commit) {
        return Json.write(new CommitLine(
                commit.position(),
                commit.id(),
                commit.events().stream().map(EventLine::of).toList()));
    }

    /** @throws IllegalArgumentException if it is no such line; the message says nothing of what stands in it */
    static Commit read(byte[] line) {
        try {
            CommitLine read = READER.readValue(line);
            return new Commit(
                    read.position(),
                    read.commit(),
                    read.events().stream().map(EventLine::event).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("column " + e.getLocation().getColumnNr(), e);
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException("a value is missing", e);
        }
    }
}
