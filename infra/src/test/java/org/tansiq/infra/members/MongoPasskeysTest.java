package org.tansiq.infra.members;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoPasskeysTest extends PasskeysContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    Passkeys open() {
        return new MongoPasskeys(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
