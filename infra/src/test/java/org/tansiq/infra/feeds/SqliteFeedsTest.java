package org.tansiq.infra.feeds;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedsTest extends FeedsContract {
    @TempDir
    Path folder;

    @Override
    Feeds open() {
        return new SqliteFeeds(folder.resolve("feeds.db"));
    }
}
