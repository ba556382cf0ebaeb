package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.rows.StoredRow;

/**
 * Rows in one SQLite file of their own. A batch is one transaction, so readers see all of it or nothing. It is not
 * synced on every commit: after a power cut the last batches may be missing, rows and progress together, and are applied
 * again from the log.
 */
public final class SqliteRowStore implements RowStore {
    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE IF NOT EXISTS row (
                view TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, removed INTEGER NOT NULL,
                keys TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (view, id)) WITHOUT ROWID
            """, """
            CREATE TABLE IF NOT EXISTS row_key (
                view TEXT NOT NULL, key TEXT NOT NULL, removed INTEGER NOT NULL, id TEXT NOT NULL,
                position INTEGER NOT NULL, PRIMARY KEY (view, key, removed, id)) WITHOUT ROWID
            """, """
            CREATE INDEX IF NOT EXISTS row_key_position ON row_key (view, key, position, id)
            """, """
            CREATE TABLE IF NOT EXISTS progress (
                projection TEXT PRIMARY KEY, version INTEGER NOT NULL, next INTEGER NOT NULL) WITHOUT ROWID
            """, """
            CREATE TABLE IF NOT EXISTS parked (
                projection TEXT NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL, error TEXT NOT NULL,
                message TEXT NOT NULL, PRIMARY KEY (projection, position)) WITHOUT ROWID
            """);
    private static final String COLUMNS = "r.view, r.id, r.position, r.removed, r.keys, r.json";
    static final String GET = "SELECT " + COLUMNS + " FROM row r WHERE r.view = ? AND r.id = ? AND r.removed = 0";
    private static final String SCAN =
            "SELECT " + COLUMNS + " FROM row r WHERE r.view = ? AND r.removed = 0 ORDER BY r.id";
    static final String FIND =
            "SELECT " + COLUMNS + " FROM row_key k CROSS JOIN row r ON r.view = k.view AND r.id = k.id"
                    + " WHERE k.view = ? AND k.key = ? AND k.removed = 0 ORDER BY k.id";
    static final String CHANGES = "SELECT " + COLUMNS
            + " FROM row_key k CROSS JOIN row r ON r.view = k.view AND r.id = k.id"
            + " WHERE k.view = ? AND k.key = ? AND k.position > ? ORDER BY k.position, k.id";

    private final SqliteRowConnections connections;

    private SqliteRowStore(SqliteRowConnections connections) {
        this.connections = connections;
    }

    /** Opens the file, or makes it; its folder must be there. */
    public static SqliteRowStore open(Path file) {
        var connections = new SqliteRowConnections(file);
        connections.write(writer -> {
            for (var statement : SCHEMA) {
                execute(writer, statement);
            }
            return true;
        });
        return new SqliteRowStore(connections);
    }

    @Override
    public Progress progress(String projection) {
        return connections
                .read("SELECT version, next FROM progress WHERE projection = ?", List.of(projection), rows -> {
                    var found = new ArrayList<Progress>();
                    while (rows.next()) {
                        found.add(new Progress(rows.getInt(1), rows.getLong(2)));
                    }
                    return found;
                })
                .stream()
                .findFirst()
                .orElse(Progress.NONE);
    }

    /** A transaction leaves nothing half done. */
    @Override
    public Progress resume(String projection) {
        return progress(projection);
    }

    @Override
    public void write(Batch batch) {
        connections.write(writer -> {
            moveOn(
                    writer,
                    batch.projection(),
                    batch.expected(),
                    new Progress(batch.expected().version(), batch.next()));
            try (var statements = new RowStatements(writer)) {
                for (var row : batch.rows()) {
                    statements.put(row);
                }
            }
            park(writer, batch.parked());
            return true;
        });
    }

    @Override
    public void reset(String projection, Collection<String> views, Progress expected, int version) {
        connections.write(writer -> {
            if (expected.equals(Progress.NONE)) {
                execute(writer, "INSERT OR IGNORE INTO progress VALUES (?, 0, 0)", projection);
            }
            moveOn(writer, projection, expected, new Progress(version, 0));
            for (var view : views) {
                execute(writer, "DELETE FROM row WHERE view = ?", view);
                execute(writer, "DELETE FROM row_key WHERE view = ?", view);
            }
            execute(writer, "DELETE FROM parked WHERE projection = ?", projection);
            return true;
        });
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return connections.read(
                GET, List.of(view, id), rows -> rows.next() ? Optional.of(row(rows)) : Optional.empty());
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        return connections.read(FIND, List.of(view, key), rows -> {
            var found = new ArrayList<StoredRow>();
            while (rows.next()) {
                found.add(row(rows));
            }
            return found;
        });
    }

    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return connections.read(CHANGES, List.of(view, key, after), rows -> {
            var found = new ArrayList<StoredRow>();
            while (rows.next()) {
                if (found.size() >= limit && (found.isEmpty() || found.getLast().position() != rows.getLong(3))) {
                    break;
                }
                found.add(row(rows));
            }
            return found;
        });
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        connections.read(SCAN, List.of(view), rows -> {
            while (rows.next()) {
                visitor.accept(row(rows));
            }
            return true;
        });
    }

    @Override
    public List<Parked> parked(String projection) {
        return connections.read(
                "SELECT position, event, error, message FROM parked WHERE projection = ? ORDER BY position",
                List.of(projection),
                rows -> {
                    var found = new ArrayList<Parked>();
                    while (rows.next()) {
                        found.add(new Parked(
                                projection, rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                    }
                    return found;
                });
    }

    @Override
    public void close() {
        connections.close();
    }

    /** For tests: how SQLite goes about one of the queries. */
    String plan(String query, Object... values) {
        return connections.read("EXPLAIN QUERY PLAN " + query, Arrays.asList(values), rows -> {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
            return plan.toString();
        });
    }

    private static void moveOn(Connection writer, String projection, Progress from, Progress to) throws SQLException {
        var moved = execute(
                writer,
                "UPDATE progress SET version = ?, next = ? WHERE projection = ? AND version = ? AND next = ?",
                to.version(),
                to.next(),
                projection,
                from.version(),
                from.next());
        if (moved == 0) {
            throw new ProgressMoved(projection, from);
        }
    }

    private static void park(Connection writer, List<Parked> events) throws SQLException {
        for (var event : events) {
            execute(
                    writer,
                    "INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?)",
                    event.projection(),
                    event.position(),
                    event.event(),
                    event.error(),
                    event.message());
        }
    }

    private static int execute(Connection writer, String sql, Object... values) throws SQLException {
        try (var statement = writer.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static StoredRow row(ResultSet rows) throws SQLException {
        return new StoredRow(
                rows.getString(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getInt(4) != 0,
                keys(rows.getString(5)),
                rows.getString(6));
    }

    private static List<String> keys(String json) {
        return List.of(Json.read(json, String[].class));
    }

    /** Puts rows and their keys; the old keys come from the row itself, so only what changes is touched. */
    private static final class RowStatements implements AutoCloseable {
        private final PreparedStatement old;
        private final PreparedStatement put;
        private final PreparedStatement dropKey;
        private final PreparedStatement putKey;

        RowStatements(Connection writer) throws SQLException {
            old = writer.prepareStatement("SELECT keys, removed FROM row WHERE view = ? AND id = ?");
            put = writer.prepareStatement(
                    "INSERT INTO row VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (view, id) DO UPDATE"
                            + " SET position = excluded.position, removed = excluded.removed, keys = excluded.keys, json = excluded.json");
            dropKey = writer.prepareStatement(
                    "DELETE FROM row_key WHERE view = ? AND key = ? AND removed = ? AND id = ?");
            putKey = writer.prepareStatement("INSERT INTO row_key VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (view, key, removed, id) DO UPDATE SET position = excluded.position");
        }

        void put(StoredRow row) throws SQLException {
            dropOldKeys(row);
            set(put, row.view(), row.id(), row.position(), removed(row), Json.write(row.keys()), row.json());
            for (var key : row.keys()) {
                set(putKey, row.view(), key, removed(row), row.id(), row.position());
            }
        }

        private void dropOldKeys(StoredRow row) throws SQLException {
            old.setString(1, row.view());
            old.setString(2, row.id());
            try (var found = old.executeQuery()) {
                if (!found.next()) {
                    return;
                }
                var removed = found.getInt(2);
                Set<String> replaced = removed == removed(row) ? new HashSet<>(row.keys()) : Set.of();
                for (var key : keys(found.getString(1))) {
                    if (!replaced.contains(key)) {
                        set(dropKey, row.view(), key, removed, row.id());
                    }
                }
            }
        }

        private static int removed(StoredRow row) {
            return row.removed() ? 1 : 0;
        }

        private static void set(PreparedStatement statement, Object... values) throws SQLException {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            for (var statement : List.of(old, put, dropKey, putKey)) {
                statement.close();
            }
        }
    }

    static RowStoreFailure failure(SQLException e) {
        return new RowStoreFailure("SQLite: " + e.getMessage(), e);
    }
}
