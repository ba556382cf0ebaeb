package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEngineContract;

class SqliteLogEngineTest extends LogEngineContract {
    @TempDir
    private Path folder;

    @Override
    protected CommitLog openStore() {
        return new SqliteCommitLog(folder.resolve("log.db"));
    }
}
