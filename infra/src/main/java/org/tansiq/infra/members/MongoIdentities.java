package org.tansiq.infra.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tansiq.domain.shared.PersonId;

/** Identities in a collection of MongoDB. The client belongs to whoever made it. */
public final class MongoIdentities implements Identities {
    private final MongoCollection<Document> identities;

    public MongoIdentities(MongoDatabase database) {
        identities = database.getCollection("identities")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** The identity is the document's id, so that two people who link it at once cannot both have it. */
    @Override
    public boolean link(Identity identity) {
        var person = identity.person().value();
        try {
            identities.replaceOne(
                    and(eq("_id", identity.id()), eq("person", person)),
                    new Document("_id", identity.id())
                            .append("person", person)
                            .append("made", Date.from(identity.made())),
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
        identities.deleteMany(and(eq("person", person), ne("_id", identity.id())));
        return true;
    }

    @Override
    public Optional<Identity> find(String id) {
        return first(eq("_id", id));
    }

    @Override
    public Optional<Identity> of(PersonId person) {
        return first(eq("person", person.value()));
    }

    private Optional<Identity> first(Bson filter) {
        return Optional.ofNullable(identities.find(filter).first())
                .map(found -> new Identity(
                        found.getString("_id"),
                        new PersonId(found.getString("person")),
                        found.getDate("made").toInstant()));
    }

    @Override
    public boolean unlink(PersonId person) {
        return identities.deleteMany(eq("person", person.value())).getDeletedCount() > 0;
    }

    @Override
    public void close() {}
}
