package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.tansiq.infra.log.LogFailure;

/** How Tansiq opens a file of SQLite: readers never wait for the writer, and what is committed has reached the disk. */
final class Sqlite {
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = 8 << 10;

    private Sqlite() {}

    static Connection writer(Path file) throws SQLException {
        return config().createConnection("jdbc:sqlite:" + file);
    }

    /** The file is not mapped into memory: each time it grows all maps are made anew, and readers wait for that. */
    static Connection reader(Path file) throws SQLException {
        var connection = writer(file);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma query_only = 1");
        }
        return connection;
    }

    static void createFolderOf(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new LogFailure("There can be no folder for " + file, e);
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        // The driver would ask for a key after every insert.
        config.setGetGeneratedKeys(false);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }
}
