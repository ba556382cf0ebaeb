package org.tansiq.infra.mongo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.bson.Document;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.MetadataJson;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.log.StoredEvent;

/** Commits as documents. A tag is one string, {@code key=value}, so that one index finds it. */
final class Documents {
    static final String POSITION = "_id";
    /** Position after the last event. */
    static final String END = "end";

    static final String COMMIT_ID = "commit";
    /** Of all events of the commit together. */
    static final String TAGS = "tags";

    private static final String EVENTS = "events";

    private Documents() {}

    static Document write(Commit commit) {
        var tags = new LinkedHashSet<String>();
        var events = new ArrayList<Document>(commit.events().size());
        for (var event : commit.events()) {
            var own = event.tags().stream().map(Documents::write).toList();
            tags.addAll(own);
            events.add(new Document("id", event.id())
                    .append("name", event.name())
                    .append("version", event.version())
                    .append("at", event.at())
                    .append("metadata", MetadataJson.write(event.metadata()))
                    .append(TAGS, own)
                    .append("payload", event.payload()));
        }
        return new Document(POSITION, commit.position())
                .append(END, commit.end())
                .append(COMMIT_ID, commit.id())
                .append(TAGS, new ArrayList<>(tags))
                .append(EVENTS, events);
    }

    static Commit read(Document document) {
        var events = new ArrayList<StoredEvent>();
        for (var event : document.getList(EVENTS, Document.class)) {
            events.add(new StoredEvent(
                    event.getString("id"),
                    event.getString("name"),
                    event.getString("version"),
                    event.getLong("at"),
                    MetadataJson.read(event.getString("metadata")),
                    tags(event.getList(TAGS, String.class)),
                    event.getString("payload")));
        }
        return new Commit(document.getLong(POSITION), document.getString(COMMIT_ID), events);
    }

    static StoredAt storedAt(Document document) {
        var position = document.getLong(POSITION);
        return new StoredAt(position, Math.toIntExact(document.getLong(END) - position));
    }

    static String write(Tag tag) {
        return tag.key().replace("\\", "\\\\").replace("=", "\\=") + "=" + tag.value();
    }

    private static Set<Tag> tags(List<String> written) {
        var tags = new HashSet<Tag>();
        for (var tag : written) {
            tags.add(readTag(tag));
        }
        return tags;
    }

    static Tag readTag(String written) {
        var key = new StringBuilder();
        var i = 0;
        for (; written.charAt(i) != '='; i++) {
            if (written.charAt(i) == '\\') {
                i++;
            }
            key.append(written.charAt(i));
        }
        return new Tag(key.toString(), written.substring(i + 1));
    }
}
