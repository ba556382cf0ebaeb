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
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.tansiq.domain.shared.PersonId;

/** Second factors in a collection of MongoDB. The client belongs to whoever made it. */
public final class MongoSecondFactors implements SecondFactors {
    private final MongoCollection<Document> factors;

    public MongoSecondFactors(MongoDatabase database) {
        factors = database.getCollection("second_factors")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public Optional<SecondFactor> find(PersonId person) {
        return Optional.ofNullable(factors.find(eq("_id", person.value())).first())
                .map(found -> new SecondFactor(
                        person,
                        found.getString("secret"),
                        found.getBoolean("confirmed"),
                        found.getLong("lastStep"),
                        found.getList("recovery", String.class).stream()
                                .sorted()
                                .toList()));
    }

    @Override
    public boolean begin(SecondFactor factor) {
        try {
            factors.replaceOne(
                    and(eq("_id", factor.person().value()), eq("confirmed", false)),
                    new Document("_id", factor.person().value())
                            .append("secret", factor.secret())
                            .append("confirmed", false)
                            .append("lastStep", -1L)
                            .append("recovery", List.of()),
                    new ReplaceOptions().upsert(true));
            return true;
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public boolean confirm(PersonId person, String secret, long step, List<String> recovery) {
        return factors.updateOne(
                                and(eq("_id", person.value()), eq("secret", secret), eq("confirmed", false)),
                                Updates.combine(
                                        Updates.set("confirmed", true),
                                        Updates.set("lastStep", step),
                                        Updates.set("recovery", recovery)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean useStep(PersonId person, long step) {
        return factors.updateOne(
                                and(eq("_id", person.value()), eq("confirmed", true), lt("lastStep", step)),
                                Updates.set("lastStep", step))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean useRecovery(PersonId person, String hash) {
        return factors.updateOne(and(eq("_id", person.value()), eq("recovery", hash)), Updates.pull("recovery", hash))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public boolean renewRecovery(PersonId person, List<String> recovery) {
        return factors.updateOne(
                                and(eq("_id", person.value()), eq("confirmed", true)),
                                Updates.set("recovery", recovery))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void prepare(PersonId person, String session, String secret) {
        factors.updateOne(
                and(eq("_id", person.value()), eq("confirmed", true)),
                Updates.set("next", new Document("session", session).append("secret", secret)));
    }

    @Override
    public Optional<String> prepared(PersonId person, String session) {
        return Optional.ofNullable(factors.find(and(eq("_id", person.value()), eq("next.session", session)))
                        .first())
                .map(found -> found.getEmbedded(List.of("next", "secret"), String.class));
    }

    @Override
    public boolean replace(PersonId person, String session, String secret, long step, List<String> recovery) {
        return factors.updateOne(
                                and(
                                        eq("_id", person.value()),
                                        eq("confirmed", true),
                                        eq("next.session", session),
                                        eq("next.secret", secret)),
                                Updates.combine(
                                        Updates.unset("next"),
                                        Updates.set("secret", secret),
                                        Updates.set("lastStep", step),
                                        Updates.set("recovery", recovery)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void remove(PersonId person) {
        factors.deleteOne(eq("_id", person.value()));
    }

    @Override
    public void close() {}
}
