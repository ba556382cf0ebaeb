package org.tansiq.infra.members;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoIdentitiesTest extends IdentitiesContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    Identities open() {
        return new MongoIdentities(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
