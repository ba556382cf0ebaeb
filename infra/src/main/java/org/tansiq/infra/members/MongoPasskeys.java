package org.tansiq.infra.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
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
import org.tansiq.domain.shared.PersonId;

/** Passkeys in a collection of MongoDB. The client belongs to whoever made it. */
public final class MongoPasskeys implements Passkeys {
    private final MongoCollection<Document> passkeys;

    public MongoPasskeys(MongoDatabase database) {
        passkeys = database.getCollection("passkeys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        passkeys.createIndex(Indexes.ascending("person", "made"));
    }

    @Override
    public boolean add(Passkey passkey) {
        try {
            passkeys.insertOne(new Document("_id", passkey.id())
                    .append("person", passkey.person().value())
                    .append("label", passkey.label())
                    .append("publicKey", passkey.publicKey())
                    .append("attestation", passkey.attestation())
                    .append("clientData", passkey.clientData())
                    .append("counter", passkey.counter())
                    .append("backupEligible", passkey.backupEligible())
                    .append("backedUp", passkey.backedUp())
                    .append("transports", passkey.transports())
                    .append("made", Date.from(passkey.made()))
                    .append("used", Date.from(passkey.used())));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public Optional<Passkey> find(String id) {
        return Optional.ofNullable(passkeys.find(eq("_id", id)).first()).map(MongoPasskeys::passkey);
    }

    @Override
    public List<Passkey> of(PersonId person) {
        return passkeys.find(eq("person", person.value()))
                .sort(Sorts.ascending("made", "_id"))
                .map(MongoPasskeys::passkey)
                .into(new ArrayList<>());
    }

    @Override
    public boolean use(String id, long counter, Instant at) {
        var next = counter == 0 ? eq("counter", 0L) : lt("counter", counter);
        return passkeys.updateOne(
                                and(eq("_id", id), next),
                                Updates.combine(Updates.set("counter", counter), Updates.set("used", Date.from(at))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean remove(PersonId person, String id) {
        return passkeys.deleteOne(and(eq("_id", id), eq("person", person.value())))
                        .getDeletedCount()
                == 1;
    }

    @Override
    public void removeAll(PersonId person) {
        passkeys.deleteMany(eq("person", person.value()));
    }

    private static Passkey passkey(Document found) {
        return new Passkey(
                found.getString("_id"),
                new PersonId(found.getString("person")),
                found.getString("label"),
                found.getString("publicKey"),
                found.getString("attestation"),
                found.getString("clientData"),
                found.getLong("counter"),
                found.getBoolean("backupEligible"),
                found.getBoolean("backedUp"),
                found.getList("transports", String.class),
                found.getDate("made").toInstant(),
                found.getDate("used").toInstant());
    }

    @Override
    public void close() {}
}
