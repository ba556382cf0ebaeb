package org.tansiq.infra.keys;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.tansiq.infra.log.LogFailure;

/**
 * Keys in an SQLite file of their own. What is deleted is overwritten with zeros, and the file that SQLite writes ahead is
 * cut to nothing after it. One connection, one caller at a time.
 */
public final class SqliteKeyShelf implements KeyShelf {
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;

    /** Opens the file, or makes it; its folder must be there. */
    public SqliteKeyShelf(Path file) {
        try {
            var config = new SQLiteConfig();
            config.setGetGeneratedKeys(false);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_MILLIS);
            connection = config.createConnection("jdbc:sqlite:" + file);
            execute("PRAGMA secure_delete = ON");
            execute("CREATE TABLE IF NOT EXISTS author_key (person TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT");
            execute("CREATE TABLE IF NOT EXISTS announced (person TEXT PRIMARY KEY) STRICT");
            execute("""
                    CREATE TABLE IF NOT EXISTS custody (
                        one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL, kind TEXT NOT NULL,
                        salt BLOB NOT NULL, memory_kib INTEGER NOT NULL, passes INTEGER NOT NULL,
                        proof BLOB NOT NULL) STRICT""");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized Optional<Custody> custody() {
        return query(
                        "SELECT id, kind, salt, memory_kib, passes, proof FROM custody",
                        row -> new Custody(
                                row.getString(1),
                                Custody.Kind.valueOf(row.getString(2)),
                                row.getBytes(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getBytes(6)))
                .stream()
                .findFirst();
    }

    @Override
    public synchronized boolean begin(Custody custody) {
        return update("INSERT OR IGNORE INTO custody VALUES (1, ?, ?, ?, ?, ?, ?)", values(custody)) == 1;
    }

    private static Object[] values(Custody custody) {
        return new Object[] {
            custody.id(), custody.kind().name(), custody.salt(), custody.memoryKib(), custody.passes(), custody.proof()
        };
    }

    @Override
    public synchronized Optional<byte[]> find(String person) {
        return query("SELECT wrapped FROM author_key WHERE person = ?", row -> row.getBytes(1), person).stream()
                .findFirst();
    }

    @Override
    public synchronized Optional<byte[]> keep(String custody, String person, byte[] wrapped) {
        update(
                "INSERT OR IGNORE INTO author_key SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM announced WHERE person = ?)"
                        + " AND EXISTS (SELECT 1 FROM custody WHERE id = ?)",
                person,
                wrapped,
                person,
                custody);
        return query(
                        "SELECT wrapped FROM author_key WHERE person = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM announced WHERE person = ?)"
                                + " AND EXISTS (SELECT 1 FROM custody WHERE id = ?)",
                        row -> row.getBytes(1),
                        person,
                        person,
                        custody)
                .stream()
                .findFirst();
    }

    @Override
    public synchronized Set<String> people() {
        return Set.copyOf(query("SELECT person FROM author_key", row -> row.getString(1)));
    }

    @Override
    public synchronized void announce(String person) {
        update("INSERT OR IGNORE INTO announced VALUES (?)", person);
    }

    @Override
    public synchronized Set<String> announced() {
        return Set.copyOf(query("SELECT person FROM announced", row -> row.getString(1)));
    }

    @Override
    public synchronized void takeBack(String person) {
        update("DELETE FROM announced WHERE person = ?", person);
    }

    @Override
    public synchronized void destroy(String person) {
        update("DELETE FROM author_key WHERE person = ?", person);
        leaveNothing();
    }

    @Override
    public synchronized void rewrap(Custody next, Rewrapping wrapping) {
        Map<String, byte[]> wrapped = new HashMap<>();
        query("SELECT person, wrapped FROM author_key", row -> wrapped.put(row.getString(1), row.getBytes(2)));
        try {
            execute("BEGIN IMMEDIATE");
            try {
                wrapped.forEach((person, key) -> update(
                        "UPDATE author_key SET wrapped = ? WHERE person = ?", wrapping.wrap(person, key), person));
                update("DELETE FROM custody");
                update("INSERT INTO custody VALUES (1, ?, ?, ?, ?, ?, ?)", values(next));
                execute("COMMIT");
            } catch (RuntimeException | SQLException e) {
                execute("ROLLBACK");
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
        leaveNothing();
    }

    private void leaveNothing() {
        try {
            execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private int update(String sql, Object... values) {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static LogFailure failure(SQLException e) {
        return new LogFailure("The keys cannot be read or written.", e);
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
