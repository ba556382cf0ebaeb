package org.tansiq.infra.mongo;

import java.util.Map;
import java.util.TreeMap;
import org.tansiq.infra.rows.RowStore;

/** Row stores by name, each in a database of its own. */
final class MongoNotes implements AutoCloseable {
    private final Map<String, TestMongo> databases = new TreeMap<>();

    RowStore open(String name) {
        return MongoRowStore.open(database(name).database());
    }

    TestMongo database(String name) {
        return databases.computeIfAbsent(name, fresh -> new TestMongo());
    }

    @Override
    public void close() {
        databases.values().forEach(TestMongo::close);
    }
}
