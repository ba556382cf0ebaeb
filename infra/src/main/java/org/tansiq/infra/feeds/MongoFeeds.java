package org.tansiq.infra.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.rows.RowStoreFailure;

/** Feeds in a collection of MongoDB. The client belongs to whoever made it. */
public final class MongoFeeds implements Feeds {
    private final MongoCollection<Document> feeds;

    public MongoFeeds(MongoDatabase database) {
        feeds = database.getCollection("feeds")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        reaching(() -> {
            feeds.createIndex(Indexes.ascending("secretHash"), new IndexOptions().unique(true));
            return feeds.createIndex(Indexes.ascending("person", "made"));
        });
    }

    @Override
    public void add(Feed feed) {
        reaching(() -> {
            var person = eq("person", feed.person().value());
            // Two that are made at the same moment may both find room: the limit keeps lists short and guards nothing.
            if (feeds.countDocuments(person) >= OF_PERSON_MAX) {
                throw new Conflict("too-many-feeds", Map.of("max", OF_PERSON_MAX));
            }
            return feeds.insertOne(write(feed));
        });
    }

    @Override
    public Optional<Feed> bySecret(String secretHash) {
        return first(eq("secretHash", secretHash));
    }

    private Optional<Feed> first(Bson which) {
        return reaching(() -> Optional.ofNullable(feeds.find(which).first()).map(MongoFeeds::read));
    }

    @Override
    public List<Feed> ofPerson(PersonId person) {
        return reaching(() -> feeds.find(eq("person", person.value()))
                .sort(Sorts.orderBy(Sorts.descending("made"), Sorts.ascending("_id")))
                .map(MongoFeeds::read)
                .into(new ArrayList<>()));
    }

    @Override
    public void used(String id, LocalDate day) {
        var later = not(gte("lastUsed", day.toEpochDay()));
        reaching(() -> feeds.updateOne(and(eq("_id", id), later), Updates.set("lastUsed", day.toEpochDay())));
    }

    @Override
    public boolean revoke(PersonId person, String id) {
        return reaching(() -> feeds.deleteOne(and(eq("_id", id), eq("person", person.value())))
                        .getDeletedCount()
                == 1);
    }

    @Override
    public void revokeAll(PersonId person) {
        reaching(() -> feeds.deleteMany(eq("person", person.value())));
    }

    private static Document write(Feed feed) {
        var lastUsed = feed.lastUsed();
        return new Document("_id", feed.id())
                .append("secretHash", feed.secretHash())
                .append("person", feed.person().value())
                .append("coalition", feed.coalition().value())
                .append("subject", feed.subject().name())
                .append("of", feed.of())
                .append("named", feed.named())
                .append("made", Date.from(feed.made()))
                .append("lastUsed", lastUsed == null ? null : lastUsed.toEpochDay());
    }

    private static Feed read(Document found) {
        var lastUsed = found.getLong("lastUsed");
        return new Feed(
                found.getString("_id"),
                found.getString("secretHash"),
                new PersonId(found.getString("person")),
                new CoalitionId(found.getString("coalition")),
                Subject.valueOf(found.getString("subject")),
                found.getString("of"),
                found.getBoolean("named"),
                found.getDate("made").toInstant(),
                lastUsed == null ? null : LocalDate.ofEpochDay(lastUsed));
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
