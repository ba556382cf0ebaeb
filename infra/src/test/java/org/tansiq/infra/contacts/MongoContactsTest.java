package org.tansiq.infra.contacts;

import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.mongo.TestMongo;

class MongoContactsTest extends ContactsContract {
    private final TestMongo mongo = new TestMongo();

    @Override
    Contacts open() {
        return new MongoContacts(mongo.database());
    }

    @AfterEach
    void drop() {
        mongo.close();
    }
}
