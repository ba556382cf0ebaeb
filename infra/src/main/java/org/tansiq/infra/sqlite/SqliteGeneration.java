package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Belated;
import org.tansiq.infra.rows.Changes;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.IdOrder;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.ProgressMoved;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.Serving;
import org.tansiq.infra.rows.StoredRow;

/**
 * One generation of rows in a SQLite file of its own: it is loaded without holding up others, and dropped by deleting the
 * file. A batch is one transaction, so readers see all of it or nothing. It is not synced on every commit: after a power
 * cut the last batches may be missing, rows and progress together, and are applied again from the log.
 */
final class SqliteGeneration implements RowReader, AutoCloseable {
    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE IF NOT EXISTS progress (next INTEGER NOT NULL, repairs INTEGER NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS belated (
                numbered INTEGER NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (numbered, seen)) WITHOUT ROWID
            """, """
            CREATE TABLE IF NOT EXISTS parked (
                position INTEGER PRIMARY KEY, event TEXT NOT NULL, coalition TEXT, error TEXT NOT NULL,
                message TEXT NOT NULL, since INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS view (number INTEGER PRIMARY KEY, name TEXT NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS row (
                number INTEGER PRIMARY KEY, view INTEGER NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL,
                removed INTEGER NOT NULL, keys TEXT NOT NULL, json TEXT NOT NULL)
            """, """
            CREATE UNIQUE INDEX IF NOT EXISTS row_id ON row (view, id)
            """, """
            CREATE TABLE IF NOT EXISTS key (number INTEGER PRIMARY KEY, view INTEGER NOT NULL, text TEXT NOT NULL)
            """, """
            CREATE UNIQUE INDEX IF NOT EXISTS key_text ON key (view, text)
            """, """
            CREATE TABLE IF NOT EXISTS row_key (
                key INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID
            """, """
            CREATE TABLE IF NOT EXISTS row_change (
                key INTEGER NOT NULL, position INTEGER NOT NULL, row INTEGER NOT NULL,
                PRIMARY KEY (key, position, row)) WITHOUT ROWID
            """);

    /** Once, when all rows are loaded: far less work than keeping it up row by row. */
    private static final String FILL_CHANGES = """
            INSERT INTO row_change
                SELECT k.number, r.position, r.number
                    FROM row r, json_each(r.keys) j CROSS JOIN key k ON k.view = r.view AND k.text = j.value
                    ORDER BY 1, 2, 3
            """;

    private static final String VIEW = "(SELECT number FROM view WHERE name = ?)";
    private static final String KEY =
            "(SELECT k.number FROM view v CROSS JOIN key k ON k.view = v.number WHERE v.name = ? AND k.text = ?)";
    private static final String COLUMNS = "r.id, r.position, r.removed, r.keys, r.json";
    static final String GET =
            "SELECT " + COLUMNS + " FROM row r WHERE r.view = " + VIEW + " AND r.id = ? AND r.removed = 0";
    static final String SCAN =
            "SELECT " + COLUMNS + " FROM row r WHERE r.view = " + VIEW + " AND r.removed = 0 ORDER BY r.id";
    static final String PAGE =
            "SELECT " + COLUMNS + " FROM row r WHERE r.view = " + VIEW + " AND r.id > ? ORDER BY r.id LIMIT ?";
    static final String FIRST_PAGE =
            "SELECT " + COLUMNS + " FROM row r WHERE r.view = " + VIEW + " ORDER BY r.id LIMIT ?";
    static final String FIND =
            "SELECT " + COLUMNS + " FROM row_key k CROSS JOIN row r ON r.number = k.row WHERE k.key = " + KEY;
    static final String FIND_PAGE = FIND + " AND r.id > ? ORDER BY r.id LIMIT ?";
    static final String CHANGES = "SELECT " + COLUMNS
            + " FROM row_change c CROSS JOIN row r ON r.number = c.row WHERE c.key = " + KEY
            + " AND c.position > ? ORDER BY c.position";
    private static final String CHANGES_AT = "SELECT " + COLUMNS
            + " FROM row_change c CROSS JOIN row r ON r.number = c.row WHERE c.key = " + KEY + " AND c.position = ?";
    private static final String PARKED =
            "SELECT position, event, coalition, error, message, since, state, reason FROM parked ORDER BY position";

    private static final Comparator<StoredRow> BY_ID = Comparator.comparing(StoredRow::id, IdOrder.INSTANCE);

    private final Path file;
    private final Edition edition;
    private final long number;
    private final SqliteRowConnections connections;
    private @Nullable RowStatements statements;
    /** Whether the index of changes is kept; it is filled when the rows are loaded. */
    private volatile boolean prepared;

    private volatile Serving standing;

    private SqliteGeneration(Path file, Edition edition, long number, boolean loading) {
        this.file = file;
        this.edition = edition;
        this.number = number;
        this.prepared = !loading;
        this.connections = new SqliteRowConnections(
                file, loading ? SqliteRowConnections.Tuning.LOADING : SqliteRowConnections.Tuning.DERIVED);
        try {
            connections.write(writer -> {
                for (var statement : SCHEMA) {
                    writer.execute(statement);
                }
                writer.execute("INSERT INTO progress SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM progress)");
            });
            standing = connections.snapshot(this::standing);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /** One to be built, from nothing. */
    static SqliteGeneration begin(Path file, Edition edition, long number) {
        return new SqliteGeneration(file, edition, number, true);
    }

    /** One that serves. */
    static SqliteGeneration open(Path file, Edition edition, long number) {
        return new SqliteGeneration(file, edition, number, false);
    }

    long number() {
        return number;
    }

    Serving standing() {
        return standing;
    }

    Progress progress() {
        return standing.progress();
    }

    void write(Batch batch) {
        var after = standing.after(batch);
        connections.write(
                writer -> {
                    var moved = writer.update(
                            "UPDATE progress SET next = ?, repairs = ? WHERE next = ?",
                            batch.next(),
                            after.repairs(),
                            batch.from().next());
                    if (moved == 0) {
                        throw new ProgressMoved(edition, batch.from());
                    }
                    keep(writer, batch);
                    if (batch.belated() != null) {
                        keep(writer, after.belated());
                    }
                },
                () -> {
                    if (statements != null) {
                        statements.forget();
                    }
                });
        standing = after;
    }

    private void keep(SqliteRowConnections.Writer writer, Batch batch) throws SQLException {
        var rows = statements(writer);
        for (var row : batch.rows()) {
            rows.put(row, prepared);
        }
        for (var parked : batch.parked()) {
            park(writer, parked);
        }
        for (var position : batch.released()) {
            writer.update("DELETE FROM parked WHERE position = ?", position);
        }
    }

    void prepare() {
        if (prepared) {
            return;
        }
        connections.write(writer -> writer.execute(FILL_CHANGES));
        prepared = true;
    }

    /** Makes it durable, for it will serve. */
    void settle(@Nullable Belated differing) {
        connections.write(writer -> keep(writer, differing == null ? List.of() : List.of(differing)));
        connections.settle();
        standing = connections.snapshot(this::standing);
    }

    /** Closes it and deletes its file. */
    void drop() {
        close();
        delete(file);
    }

    static void delete(Path file) {
        try {
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Rows that nobody needs any more cannot be deleted: " + file, e);
        }
    }

    @Override
    public Optional<StoredRow> get(String view, String id) {
        return connections.read(
                GET, List.of(view, id), rows -> rows.next() ? Optional.of(row(view, rows)) : Optional.empty());
    }

    @Override
    public List<StoredRow> find(String view, String key) {
        var found = connections.read(FIND, List.of(view, key), rows -> all(view, rows));
        found.sort(BY_ID);
        return found;
    }

    @Override
    public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
        return connections.read(
                FIND_PAGE, List.of(view, key, after == null ? "" : after, limit), rows -> all(view, rows));
    }

    @Override
    public List<StoredRow> changes(String view, String key, long after, int limit) {
        return connections.snapshot(reader -> {
            var changes = new Changes(standing(reader), after);
            return changes.told(
                    limit,
                    most -> query(reader, CHANGES, List.of(view, key, after), rows -> inOrder(view, rows, most)),
                    at -> query(reader, CHANGES_AT, List.of(view, key, at), rows -> all(view, rows)));
        });
    }

    @Override
    public void scan(String view, Consumer<StoredRow> visitor) {
        connections.read(SCAN, List.of(view), rows -> {
            while (rows.next()) {
                visitor.accept(row(view, rows));
            }
            return true;
        });
    }

    @Override
    public List<StoredRow> page(String view, @Nullable String after, int limit) {
        return after == null
                ? connections.read(FIRST_PAGE, List.of(view, limit), rows -> all(view, rows))
                : connections.read(PAGE, List.of(view, after, limit), rows -> all(view, rows));
    }

    @Override
    public List<Parked> parked() {
        return connections.read(PARKED, List.of(), rows -> {
            var found = new ArrayList<Parked>();
            while (rows.next()) {
                found.add(parked(rows));
            }
            return found;
        });
    }

    @Override
    public long waiting() {
        return connections.read(
                "SELECT count(*) FROM parked WHERE state = ?",
                List.of(Parked.State.WAITING.name()),
                rows -> rows.next() ? rows.getLong(1) : 0L);
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

    static Map<String, Integer> views(SqliteRowConnections.Writer writer) throws SQLException {
        return writer.query("SELECT number, name FROM view", List.of(), rows -> {
            var views = new HashMap<String, Integer>();
            while (rows.next()) {
                views.put(rows.getString(2), rows.getInt(1));
            }
            return views;
        });
    }

    static List<String> keys(String json) {
        return List.of(Json.read(json, String[].class));
    }

    private RowStatements statements(SqliteRowConnections.Writer writer) throws SQLException {
        var known = statements;
        if (known == null) {
            known = new RowStatements(writer);
            statements = known;
        }
        return known;
    }

    private Serving standing(SqliteRowConnections.Reader reader) throws SQLException {
        var belated = reader.query("SELECT numbered, seen FROM belated ORDER BY seen, numbered", List.of(), rows -> {
            var found = new ArrayList<Belated>();
            while (rows.next()) {
                found.add(new Belated(rows.getLong(1), rows.getLong(2)));
            }
            return found;
        });
        return reader.query("SELECT next, repairs FROM progress", List.of(), rows -> {
            if (!rows.next()) {
                throw new SQLException("The rows do not say how far they are.");
            }
            return new Serving(new Progress(number, rows.getLong(1)), belated, rows.getLong(2));
        });
    }

    private static void keep(SqliteRowConnections.Writer writer, List<Belated> belated) throws SQLException {
        writer.update("DELETE FROM belated");
        for (var late : belated) {
            writer.update("INSERT INTO belated VALUES (?, ?)", late.numbered(), late.seen());
        }
    }

    private static void park(SqliteRowConnections.Writer writer, Parked event) throws SQLException {
        var statement = writer.prepare("INSERT OR REPLACE INTO parked VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        statement.setLong(1, event.position());
        statement.setString(2, event.event());
        if (event.coalition() == null) {
            statement.setNull(3, Types.VARCHAR);
        } else {
            statement.setString(3, event.coalition());
        }
        statement.setString(4, event.error());
        statement.setString(5, event.message());
        statement.setLong(6, event.since().toEpochMilli());
        statement.setString(7, event.state().name());
        statement.setString(8, event.reason());
        statement.executeUpdate();
    }

    private Parked parked(ResultSet rows) throws SQLException {
        return new Parked(
                edition.projection(),
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                Instant.ofEpochMilli(rows.getLong(6)),
                Parked.State.valueOf(rows.getString(7)),
                rows.getString(8));
    }

    private static <T> T query(
            SqliteRowConnections.Reader reader, String sql, List<?> values, SqliteRowConnections.Reading<T> reading) {
        try {
            return reader.query(sql, values, reading);
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        }
    }

    private static List<StoredRow> all(String view, ResultSet rows) throws SQLException {
        return whole(view, rows, Integer.MAX_VALUE);
    }

    /** As many as the limit allows, and the rest of those at the last position. */
    private static List<StoredRow> whole(String view, ResultSet rows, int limit) throws SQLException {
        var found = new ArrayList<StoredRow>();
        while (rows.next()) {
            if (found.size() >= limit && (found.isEmpty() || found.getLast().position() != rows.getLong(2))) {
                break;
            }
            found.add(row(view, rows));
        }
        return found;
    }

    private static List<StoredRow> inOrder(String view, ResultSet rows, int limit) throws SQLException {
        var found = whole(view, rows, limit);
        found.sort(Changes.ORDER);
        return found;
    }

    private static StoredRow row(String view, ResultSet rows) throws SQLException {
        return new StoredRow(
                view,
                rows.getString(1),
                rows.getLong(2),
                rows.getInt(3) != 0,
                keys(rows.getString(4)),
                rows.getString(5));
    }
}
