package org.tansiq.infra.answers;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.tansiq.infra.rows.RowStoreFailure;

/** Answers in a collection of MongoDB, which removes them when they are old. The client belongs to whoever made it. */
public final class MongoAnswers implements Answers {
    private final MongoCollection<Document> answers;

    public MongoAnswers(MongoDatabase database) {
        answers = database.getCollection("answers")
                .withWriteConcern(WriteConcern.MAJORITY)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        reaching(() -> answers.createIndex(
                Indexes.ascending("at"), new IndexOptions().expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS)));
    }

    @Override
    public Optional<KeptAnswer> find(String id, Instant now) {
        return reaching(() -> Optional.ofNullable(
                        answers.find(and(eq("_id", id), gt("at", tooOld(now)))).first())
                .map(MongoAnswers::read));
    }

    @Override
    public KeptAnswer keep(String id, KeptAnswer answer) {
        return reaching(() -> {
            var givesWay = answer.done()
                    ? or(eq("done", false), lte("at", tooOld(answer.at())))
                    : lte("at", tooOld(answer.at()));
            try {
                answers.replaceOne(and(eq("_id", id), givesWay), write(id, answer), new ReplaceOptions().upsert(true));
                return answer;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                return find(id, answer.at()).orElse(answer);
            }
        });
    }

    private static Document write(String id, KeptAnswer answer) {
        return new Document("_id", id)
                .append("done", answer.done())
                .append("at", Date.from(answer.at()))
                .append("sealed", new Binary(answer.sealed()));
    }

    private static KeptAnswer read(Document document) {
        return new KeptAnswer(
                document.getBoolean("done"),
                document.getDate("at").toInstant(),
                document.get("sealed", Binary.class).getData());
    }

    private static Date tooOld(Instant now) {
        return Date.from(now.minus(KEPT));
    }

    private static <T> T reaching(Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException e) {
            throw new RowStoreFailure("MongoDB: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {}
}
