package org.tansiq.infra.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.ProjectionRunnerContract;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.StoredRow;

class MongoProjectionRunnerTest extends ProjectionRunnerContract {
    private final Map<String, MongoRowDatabase> databases = new TreeMap<>();

    @Override
    protected RowStore open(String name) {
        return MongoRowStore.open(
                databases.computeIfAbsent(name, fresh -> new MongoRowDatabase()).database());
    }

    /** Decided, and half of its rows are in their places. */
    @Override
    protected void dieWriting(RowStore store, Batch batch) {
        ((MongoRowStore) store).decide(batch);
        batch.rows().stream().limit(batch.rows().size() / 2).forEach(this::place);
    }

    private void place(StoredRow row) {
        database("dying")
                .database()
                .getCollection("rows")
                .replaceOne(
                        Filters.eq("_id", row.view() + "/" + row.id()),
                        MongoRowDocuments.document(row),
                        new ReplaceOptions().upsert(true));
    }

    private MongoRowDatabase database(String name) {
        return databases.computeIfAbsent(name, fresh -> new MongoRowDatabase());
    }

    @AfterEach
    void drop() {
        databases.values().forEach(MongoRowDatabase::close);
    }
}
