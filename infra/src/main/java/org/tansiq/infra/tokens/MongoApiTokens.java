package org.tansiq.infra.tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
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

/** Tokens in a collection of MongoDB. The client belongs to whoever made it. */
public final class MongoApiTokens implements ApiTokens {
    private final MongoCollection<Document> tokens;

    public MongoApiTokens(MongoDatabase database) {
        tokens = database.getCollection("api_tokens")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        reaching(() -> {
            tokens.createIndex(Indexes.ascending("secretHash"), new IndexOptions().unique(true));
            return tokens.createIndex(Indexes.ascending("person", "made"));
        });
    }

    @Override
    public void add(ApiToken token) {
        reaching(() -> {
            var person = eq("person", token.person().value());
            tokens.deleteMany(and(person, lte("expires", Date.from(token.made()))));
            // Two that are made at the same moment may both find room: the limit keeps lists short and guards nothing.
            if (tokens.countDocuments(person) >= OF_PERSON_MAX) {
                throw new Conflict("too-many-tokens", Map.of("max", OF_PERSON_MAX));
            }
            return tokens.insertOne(write(token));
        });
    }

    @Override
    public Optional<ApiToken> bySecret(String secretHash) {
        return first(eq("secretHash", secretHash));
    }

    @Override
    public Optional<ApiToken> byId(String id) {
        return first(eq("_id", id));
    }

    private Optional<ApiToken> first(Bson which) {
        return reaching(() -> Optional.ofNullable(tokens.find(which).first()).map(MongoApiTokens::read));
    }

    @Override
    public List<ApiToken> ofPerson(PersonId person) {
        return reaching(() -> tokens.find(eq("person", person.value()))
                .sort(Sorts.orderBy(Sorts.descending("made"), Sorts.ascending("_id")))
                .map(MongoApiTokens::read)
                .into(new ArrayList<>()));
    }

    @Override
    public void used(String id, LocalDate day) {
        var later = not(gte("lastUsed", day.toEpochDay()));
        reaching(() -> tokens.updateOne(and(eq("_id", id), later), Updates.set("lastUsed", day.toEpochDay())));
    }

    @Override
    public boolean revoke(PersonId person, String id) {
        return reaching(() -> tokens.deleteOne(and(eq("_id", id), eq("person", person.value())))
                        .getDeletedCount()
                == 1);
    }

    @Override
    public void revokeAll(PersonId person) {
        reaching(() -> tokens.deleteMany(eq("person", person.value())));
    }

    private static Document write(ApiToken token) {
        var coalition = token.coalition();
        var lastUsed = token.lastUsed();
        return new Document("_id", token.id())
                .append("secretHash", token.secretHash())
                .append("person", token.person().value())
                .append("name", token.name())
                .append("scope", token.scope().name())
                .append("coalition", coalition == null ? null : coalition.value())
                .append("made", Date.from(token.made()))
                .append("expires", Date.from(token.expires()))
                .append("lastUsed", lastUsed == null ? null : lastUsed.toEpochDay());
    }

    private static ApiToken read(Document found) {
        var coalition = found.getString("coalition");
        var lastUsed = found.getLong("lastUsed");
        return new ApiToken(
                found.getString("_id"),
                found.getString("secretHash"),
                new PersonId(found.getString("person")),
                found.getString("name"),
                Scope.valueOf(found.getString("scope")),
                coalition == null ? null : new CoalitionId(coalition),
                found.getDate("made").toInstant(),
                found.getDate("expires").toInstant(),
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
