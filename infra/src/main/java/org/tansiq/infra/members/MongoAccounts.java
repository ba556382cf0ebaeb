package org.tansiq.infra.members;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/**
 * Accounts in two collections of a MongoDB database. What is acknowledged is on the disks of a majority, whatever the
 * connection string says. The client belongs to whoever made it.
 */
public final class MongoAccounts implements Accounts {
    private final MongoCollection<Document> accounts;
    private final MongoCollection<Document> links;
    private final MongoCollection<Document> personalData;

    public MongoAccounts(MongoDatabase database) {
        var durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        accounts = durable.getCollection("accounts");
        links = durable.getCollection("sign_up_links");
        personalData = durable.getCollection("personal_data");
        accounts.createIndex(Indexes.ascending("loginKey"), new IndexOptions().unique(true));
        accounts.createIndex(Indexes.ascending("organization", "loginKey"));
    }

    @Override
    public boolean isEmpty() {
        return accounts.find().limit(1).first() == null;
    }

    @Override
    public void add(Account account) {
        try {
            accounts.insertOne(new Document("_id", account.person().value())
                    .append("login", account.login())
                    .append("loginKey", Account.key(account.login()))
                    .append("organization", account.organization().value())
                    .append("role", account.role().name())
                    .append("passwordHash", account.passwordHash()));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new Conflict("login-taken");
            }
            throw failure;
        }
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return Optional.ofNullable(
                        accounts.find(eq("loginKey", Account.key(login))).first())
                .map(MongoAccounts::account);
    }

    @Override
    public Optional<Account> byPerson(PersonId person) {
        return Optional.ofNullable(accounts.find(eq("_id", person.value())).first())
                .map(MongoAccounts::account);
    }

    @Override
    public List<Account> ofOrganization(OrganizationId organization) {
        return accounts.find(eq("organization", organization.value()))
                .sort(Sorts.ascending("loginKey"))
                .map(MongoAccounts::account)
                .into(new ArrayList<>());
    }

    @Override
    public boolean changePassword(PersonId person, String passwordHash) {
        return accounts.updateOne(eq("_id", person.value()), Updates.set("passwordHash", passwordHash))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void rehash(PersonId person, String was, String passwordHash) {
        accounts.updateOne(
                and(eq("_id", person.value()), eq("passwordHash", was)), Updates.set("passwordHash", passwordHash));
    }

    @Override
    public boolean lock(PersonId person, boolean locked) {
        return accounts.updateOne(eq("_id", person.value()), Updates.set("locked", locked))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void signOut(PersonId person, Instant at) {
        accounts.updateOne(eq("_id", person.value()), Updates.set("signedOut", Date.from(at)));
    }

    @Override
    public PersonalData personalData(PersonId person) {
        var told = personalData.find(eq("_id", person.value())).first();
        return told == null
                ? PersonalData.nothing(person)
                : new PersonalData(
                        person,
                        told.getString("name"),
                        told.getString("email"),
                        told.getList("languages", String.class));
    }

    @Override
    public void tell(PersonalData data) {
        personalData.replaceOne(
                eq("_id", data.person().value()),
                new Document("_id", data.person().value())
                        .append("name", data.name())
                        .append("email", data.email())
                        .append("languages", data.languages()),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public boolean erase(PersonId person) {
        personalData.deleteOne(eq("_id", person.value()));
        return accounts.deleteOne(eq("_id", person.value())).getDeletedCount() == 1;
    }

    @Override
    public void addLink(SignUpLink link) {
        links.insertOne(new Document("_id", link.tokenHash())
                .append(
                        "organization",
                        link.organization() == null ? null : link.organization().value())
                .append("role", link.role().name())
                .append("expires", Date.from(link.expires()))
                .append(
                        "maker",
                        link.maker() == null ? null : link.maker().person().value())
                .append(
                        "made",
                        link.maker() == null ? null : Date.from(link.maker().made())));
    }

    @Override
    public Optional<SignUpLink> peekLink(String tokenHash, Instant now) {
        return link(links.find(open(tokenHash, now)).first());
    }

    @Override
    public Optional<SignUpLink> useLink(String tokenHash, Instant now) {
        var used = link(links.findOneAndDelete(open(tokenHash, now)));
        links.deleteMany(lte("expires", Date.from(now)));
        return used;
    }

    @Override
    public void dropLinks() {
        links.deleteMany(new Document());
    }

    @Override
    public void close() {}

    private static Bson open(String tokenHash, Instant now) {
        return and(eq("_id", tokenHash), gt("expires", Date.from(now)));
    }

    private static Account account(Document found) {
        var signedOut = found.getDate("signedOut");
        return new Account(
                new PersonId(found.getString("_id")),
                found.getString("login"),
                new OrganizationId(found.getString("organization")),
                Role.valueOf(found.getString("role")),
                found.getString("passwordHash"),
                found.getBoolean("locked", false),
                signedOut == null ? null : signedOut.toInstant());
    }

    private static Optional<SignUpLink> link(@Nullable Document found) {
        if (found == null) {
            return Optional.empty();
        }
        var organization = found.getString("organization");
        var maker = found.getString("maker");
        return Optional.of(new SignUpLink(
                found.getString("_id"),
                organization == null ? null : new OrganizationId(organization),
                Role.valueOf(found.getString("role")),
                found.getDate("expires").toInstant(),
                maker == null
                        ? null
                        : new SignUpLink.Maker(
                                new PersonId(maker), found.getDate("made").toInstant())));
    }
}
