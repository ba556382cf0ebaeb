package org.tansiq.infra.feeds;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoFeedsTest extends FeedsContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    Feeds open() {
        return new MongoFeeds(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
