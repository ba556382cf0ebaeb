package org.tansiq.infra.wiring;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.rows.RowStore;

class MongoEvolutionTest extends EvolutionContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    CommitLog log() {
        return mongo.openLog();
    }

    @Override
    RowStore rows() {
        return MongoRowStore.open(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
