package org.tansiq.infra.wiring;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.rows.RowStore;

class MongoReplaysTest extends ReplaysContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    CommitLog openLog() {
        return mongo.openLog();
    }

    @Override
    RowStore openRows() {
        return MongoRowStore.open(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
