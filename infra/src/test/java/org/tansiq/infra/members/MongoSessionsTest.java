package org.tansiq.infra.members;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoSessionsTest extends SessionStoreContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    SessionStore open() {
        return new MongoSessions(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
