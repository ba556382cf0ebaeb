package org.tansiq.infra.contacts;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.rows.RowStoreFailure;

/**
 * Contacts in a collection of MongoDB. The client belongs to whoever made it. What was deleted stays in the server's oplog
 * and in free room of its files until the server writes over it.
 */
public final class MongoContacts implements Contacts {
    private final MongoCollection<Document> contacts;

    public MongoContacts(MongoDatabase database) {
        contacts = database.getCollection("contacts")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public void write(ContactId contact, String who) {
        var written = new Document("_id", id(contact)).append("who", who);
        reaching(() -> contacts.replaceOne(is(contact), written, new ReplaceOptions().upsert(true)));
    }

    @Override
    public Optional<String> find(ContactId contact) {
        return reaching(
                () -> Optional.ofNullable(contacts.find(is(contact)).first()).map(found -> found.getString("who")));
    }

    @Override
    public void delete(ContactId contact) {
        reaching(() -> contacts.deleteOne(is(contact)));
    }

    @Override
    public List<ContactId> all() {
        return reaching(() -> contacts.find()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .map(found -> read(found.get("_id", Document.class)))
                .into(new ArrayList<>()));
    }

    private static Bson is(ContactId contact) {
        return eq("_id", id(contact));
    }

    private static Document id(ContactId contact) {
        return new Document("coalition", contact.coalition().value())
                .append("resource", contact.resource().value());
    }

    private static ContactId read(Document id) {
        return new ContactId(new CoalitionId(id.getString("coalition")), new ResourceId(id.getString("resource")));
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
