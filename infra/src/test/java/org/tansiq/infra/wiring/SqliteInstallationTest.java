package org.tansiq.infra.wiring;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;

class SqliteInstallationTest extends InstallationContract {
    @TempDir
    private Path folder;

    @Override
    Installation open() {
        return open("rows.db");
    }

    @Override
    Installation openWithoutRows() {
        return open("new-rows.db");
    }

    private Installation open(String rows) {
        return Installation.open(
                new SqliteCommitLog(folder.resolve("log.db")),
                SqliteRowStore.open(folder.resolve(rows)),
                LogSettings.oneNode());
    }
}
