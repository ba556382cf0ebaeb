package org.tansiq.infra.mongo;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.tansiq.infra.log.ImportMark;
import org.tansiq.infra.log.LogFailure;

/** A document in a collection of its own. */
public final class MongoImportMark implements ImportMark {
    private static final Document ID = new Document("_id", "unfinished");

    private final MongoCollection<Document> marks;

    /** @param database of a client that the caller closes after this */
    public MongoImportMark(MongoDatabase database) {
        marks = database.getCollection("log_import")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Optional<String> unfinished() {
        return answering(() -> Optional.ofNullable(marks.find(ID).first()).map(mark -> mark.getString("name")));
    }

    @Override
    public void set(String name) {
        answering(() -> marks.replaceOne(ID, new Document(ID).append("name", name), new ReplaceOptions().upsert(true)));
    }

    @Override
    public void clear() {
        answering(() -> marks.deleteOne(Filters.eq("_id", ID.get("_id"))));
    }

    private static <T> T answering(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new LogFailure("MongoDB did not answer.", e);
        }
    }
}
