package org.tansiq.infra.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.PersonId;

/** Sessions in a collection of MongoDB, shared by all nodes. The client belongs to whoever made it. */
public final class MongoSessions implements SessionStore {
    private final MongoCollection<Document> sessions;

    public MongoSessions(MongoDatabase database) {
        sessions = database.getCollection("sessions")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        sessions.createIndex(Indexes.ascending("person", "seen"));
    }

    @Override
    public void add(Session session) {
        sessions.insertOne(new Document("_id", session.id())
                .append("person", session.person().value())
                .append("made", Date.from(session.made()))
                .append("seen", Date.from(session.seen()))
                .append("complete", session.complete()));
    }

    @Override
    public Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.find(eq("_id", id)).first()).map(MongoSessions::session);
    }

    @Override
    public void seen(String id, Instant at) {
        sessions.updateOne(and(eq("_id", id), lt("seen", Date.from(at))), Updates.set("seen", Date.from(at)));
    }

    @Override
    public List<Session> of(PersonId person) {
        return sessions.find(eq("person", person.value()))
                .sort(Sorts.orderBy(Sorts.descending("seen"), Sorts.ascending("_id")))
                .map(MongoSessions::session)
                .into(new ArrayList<>());
    }

    @Override
    public boolean end(PersonId person, String id) {
        return sessions.deleteOne(and(eq("person", person.value()), eq("_id", id)))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void endAll(PersonId person, @Nullable String kept) {
        sessions.deleteMany(
                kept == null ? eq("person", person.value()) : and(eq("person", person.value()), ne("_id", kept)));
    }

    @Override
    public void clear(Instant madeBefore, Instant seenBefore) {
        sessions.deleteMany(or(lt("made", Date.from(madeBefore)), lt("seen", Date.from(seenBefore))));
    }

    private static Session session(Document found) {
        return new Session(
                found.getString("_id"),
                new PersonId(found.getString("person")),
                found.getDate("made").toInstant(),
                found.getDate("seen").toInstant(),
                found.getBoolean("complete"));
    }

    @Override
    public void close() {}
}
