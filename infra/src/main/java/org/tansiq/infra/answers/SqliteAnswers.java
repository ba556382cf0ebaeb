package org.tansiq.infra.answers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.tansiq.infra.rows.RowStoreFailure;

/**
 * Answers in an SQLite file of their own. After a power cut the last ones may be missing: their repeats are answered by
 * the log. One connection, one caller at a time.
 */
public final class SqliteAnswers implements Answers {
    private static final int BUSY_MILLIS = 5_000;
    /** Answers between two times that old ones are removed. */
    private static final int CLEARED_EVERY = 1_000;

    private final Connection connection;
    private final PreparedStatement find;
    private final PreparedStatement keep;
    private final PreparedStatement clear;
    private int kept;

    /** Opens the file, or makes it; its folder must be there. */
    public SqliteAnswers(Path file) {
        try {
            var config = new SQLiteConfig();
            config.setGetGeneratedKeys(false);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setBusyTimeout(BUSY_MILLIS);
            connection = config.createConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("""
                        CREATE TABLE IF NOT EXISTS answer (
                            id TEXT PRIMARY KEY, done INTEGER NOT NULL, at INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT""");
                statement.executeUpdate("CREATE INDEX IF NOT EXISTS answer_at ON answer (at)");
            }
            find = connection.prepareStatement("SELECT done, at, sealed FROM answer WHERE id = ? AND at > ?");
            keep = connection.prepareStatement("INSERT INTO answer VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
                    + " SET done = excluded.done, at = excluded.at, sealed = excluded.sealed"
                    + " WHERE (excluded.done = 1 AND done = 0) OR at <= ?");
            clear = connection.prepareStatement("DELETE FROM answer WHERE at <= ?");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized Optional<KeptAnswer> find(String id, Instant now) {
        try {
            find.setString(1, id);
            find.setLong(2, tooOld(now));
            try (var rows = find.executeQuery()) {
                return rows.next()
                        ? Optional.of(new KeptAnswer(
                                rows.getInt(1) == 1, Instant.ofEpochMilli(rows.getLong(2)), rows.getBytes(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized KeptAnswer keep(String id, KeptAnswer answer) {
        try {
            keep.setString(1, id);
            keep.setInt(2, answer.done() ? 1 : 0);
            keep.setLong(3, answer.at().toEpochMilli());
            keep.setBytes(4, answer.sealed());
            keep.setLong(5, tooOld(answer.at()));
            if (keep.executeUpdate() == 0) {
                return find(id, answer.at()).orElse(answer);
            }
            kept++;
            if (kept % CLEARED_EVERY == 0) {
                clear.setLong(1, tooOld(answer.at()));
                clear.executeUpdate();
            }
            return answer;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static long tooOld(Instant now) {
        return now.minus(KEPT).toEpochMilli();
    }

    private static RowStoreFailure failure(SQLException e) {
        return new RowStoreFailure("SQLite: " + e.getMessage(), e);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
