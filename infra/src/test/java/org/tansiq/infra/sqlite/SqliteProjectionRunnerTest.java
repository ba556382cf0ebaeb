package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.ProjectionRunnerContract;
import org.tansiq.infra.rows.RowStore;

class SqliteProjectionRunnerTest extends ProjectionRunnerContract {
    @TempDir
    Path folder;

    @Override
    protected RowStore open(String name) {
        return SqliteRowStore.open(folder.resolve(name + ".db"));
    }

    /** Past the commit there is nothing left to do. */
    @Override
    protected void dieWriting(RowStore store, Batch batch) {
        store.write(batch);
    }
}
