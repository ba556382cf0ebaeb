package org.tansiq.infra.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.junit.jupiter.api.AfterEach;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.ProjectionRunnerContract;
import org.tansiq.infra.rows.RowStore;

class MongoProjectionRunnerTest extends ProjectionRunnerContract {
    private final MongoNotes stores = new MongoNotes();

    @Override
    protected RowStore open(String name) {
        return stores.open(name);
    }

    /** Decided, and half of its rows are in their places. */
    @Override
    protected void dieWriting(RowStore store, Batch batch) {
        var decided = ((MongoRowStore) store).decide(batch);
        var write = decided.content().getLong("writes");
        batch.rows().stream()
                .limit(batch.rows().size() / 2)
                .map(row -> MongoRowDocuments.document(batch.from().generation(), row)
                        .append("write", write))
                .forEach(row -> stores.database("dying")
                        .database()
                        .getCollection("projection_rows")
                        .replaceOne(Filters.eq("_id", row.get("_id")), row, new ReplaceOptions().upsert(true)));
    }

    @AfterEach
    void drop() {
        stores.close();
    }
}
