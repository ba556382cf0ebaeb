package org.tansiq.infra.tokens;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoApiTokensTest extends ApiTokensContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    ApiTokens open() {
        return new MongoApiTokens(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
