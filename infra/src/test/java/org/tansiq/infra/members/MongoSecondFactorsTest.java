package org.tansiq.infra.members;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoSecondFactorsTest extends SecondFactorsContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    SecondFactors open() {
        return new MongoSecondFactors(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
