package org.tansiq.infra.logtool;

class MongoLogCheckTest extends LogCheckContract {
    MongoLogCheckTest() {
        super(new MongoHouse());
    }
}
