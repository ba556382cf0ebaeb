package org.tansiq.infra.answers;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoAnswersTest extends AnswersContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    Answers open() {
        return new MongoAnswers(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
