package org.tansiq.infra.mongo;

import java.util.ArrayList;
import java.util.HashSet;
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

    static final String EVENTS = "events";

    private Documents() {}

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
