package org.tansiq.infra.mongo;

import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.MetadataJson;
import org.tansiq.infra.log.StoredEvent;

/** Writes a commit as {@link Documents} reads it, without a document between: groups wait for the thread that writes. */
final class MongoCommitLogCodec implements Codec<Commit> {
    private final DocumentCodec documents = new DocumentCodec();

    @Override
    public void encode(BsonWriter writer, Commit commit, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64(Documents.POSITION, commit.position());
        writer.writeInt64(Documents.END, commit.end());
        writer.writeString(Documents.COMMIT_ID, commit.id());
        writeTags(writer, tags(commit));
        writer.writeStartArray(Documents.EVENTS);
        for (var event : commit.events()) {
            write(writer, event);
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static Set<Tag> tags(Commit commit) {
        if (commit.events().size() == 1) {
            return commit.events().getFirst().tags();
        }
        var tags = new LinkedHashSet<Tag>();
        commit.events().forEach(event -> tags.addAll(event.tags()));
        return tags;
    }

    private static void write(BsonWriter writer, StoredEvent event) {
        writer.writeStartDocument();
        writer.writeString("id", event.id());
        writer.writeString("name", event.name());
        writer.writeString("version", event.version());
        writer.writeInt64("at", event.at());
        writer.writeString("metadata", MetadataJson.write(event.metadata()));
        writeTags(writer, event.tags());
        writer.writeString("payload", event.payload());
        writer.writeEndDocument();
    }

    private static void writeTags(BsonWriter writer, Set<Tag> tags) {
        writer.writeStartArray(Documents.TAGS);
        for (var tag : tags) {
            writer.writeString(Documents.write(tag));
        }
        writer.writeEndArray();
    }

    @Override
    public Commit decode(BsonReader reader, DecoderContext context) {
        return Documents.read(documents.decode(reader, context));
    }

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }
}
