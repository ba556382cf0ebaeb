package org.tansiq.infra.wiring;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;

class SqliteReplaysTest extends ReplaysContract {
    @TempDir
    private Path folder;

    @Override
    CommitLog openLog() {
        return new SqliteCommitLog(folder.resolve("log.db"));
    }

    @Override
    RowStore openRows() {
        return SqliteRowStore.open(folder.resolve("rows.db"));
    }
}
