package org.tansiq.infra.mongo;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEngineContract;

class MongoLogEngineTest extends LogEngineContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    protected CommitLog openStore() {
        return mongo.openLog();
    }

    @AfterEach
    void stop() {
        mongo.close();
    }
}
