package org.tansiq.infra.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.rows.StoredRow;

/**
 * Puts rows into a generation's tables. Views and keys are kept once and named by number, so what an index holds of a row
 * is two or three numbers; of a row that was there, only what is other is touched. For one thread at a time; after a
 * failed transaction {@link #forget} what was known.
 */
final class RowStatements {
    private static final int KEYS_KNOWN_MAX = 100_000;

    private final PreparedStatement insert;
    private final PreparedStatement old;
    private final PreparedStatement update;
    private final PreparedStatement findKey;
    private final PreparedStatement insertKey;
    private final PreparedStatement putKey;
    private final PreparedStatement dropKey;
    private final PreparedStatement putChange;
    private final PreparedStatement dropChange;
    private final PreparedStatement insertView;
    private final SqliteRowConnections.Writer writer;

    private final Map<String, Integer> views = new HashMap<>();
    private final Map<Key, Long> keys = new LinkedHashMap<>(1 << 10, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > KEYS_KNOWN_MAX;
        }
    };
    private long nextRow = -1;
    private long nextKey = -1;

    private record Key(int view, String text) {}

    RowStatements(SqliteRowConnections.Writer writer) throws SQLException {
        this.writer = writer;
        insert = writer.prepare("INSERT OR IGNORE INTO row VALUES (?, ?, ?, ?, ?, ?, ?)");
        old = writer.prepare("SELECT number, position, removed, keys FROM row WHERE view = ? AND id = ?");
        update = writer.prepare("UPDATE row SET position = ?, removed = ?, keys = ?, json = ? WHERE number = ?");
        findKey = writer.prepare("SELECT number FROM key WHERE view = ? AND text = ?");
        insertKey = writer.prepare("INSERT INTO key VALUES (?, ?, ?)");
        putKey = writer.prepare("INSERT OR IGNORE INTO row_key VALUES (?, ?)");
        dropKey = writer.prepare("DELETE FROM row_key WHERE key = ? AND row = ?");
        putChange = writer.prepare("INSERT OR IGNORE INTO row_change VALUES (?, ?, ?)");
        dropChange = writer.prepare("DELETE FROM row_change WHERE key = ? AND position = ? AND row = ?");
        insertView = writer.prepare("INSERT INTO view VALUES (?, ?)");
    }

    void forget() {
        views.clear();
        keys.clear();
        nextRow = -1;
        nextKey = -1;
    }

    /** @param changes whether the index of changes is kept */
    void put(StoredRow row, boolean changes) throws SQLException {
        var view = view(row.view());
        var keysJson = Json.write(row.keys());
        var number = nextRow();
        insert.setLong(1, number);
        insert.setInt(2, view);
        insert.setString(3, row.id());
        insert.setLong(4, row.position());
        insert.setInt(5, row.removed() ? 1 : 0);
        insert.setString(6, keysJson);
        insert.setString(7, row.json());
        if (insert.executeUpdate() == 1) {
            nextRow = number + 1;
            addKeys(row, view, number, Set.of(), changes);
            return;
        }
        replace(row, view, keysJson, changes);
    }

    private void replace(StoredRow row, int view, String keysJson, boolean changes) throws SQLException {
        long number;
        long position;
        boolean removed;
        String oldKeys;
        old.setInt(1, view);
        old.setString(2, row.id());
        try (var found = old.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("A row is there and is not.");
            }
            number = found.getLong(1);
            position = found.getLong(2);
            removed = found.getInt(3) != 0;
            oldKeys = found.getString(4);
        }
        update.setLong(1, row.position());
        update.setInt(2, row.removed() ? 1 : 0);
        update.setString(3, keysJson);
        update.setString(4, row.json());
        update.setLong(5, number);
        update.executeUpdate();
        if (!changes && removed == row.removed() && oldKeys.equals(keysJson)) {
            return;
        }
        var had = SqliteGeneration.keys(oldKeys);
        var has = new HashSet<>(row.keys());
        for (var key : had) {
            var keyNumber = key(view, key);
            if (!removed && (row.removed() || !has.contains(key))) {
                set(dropKey, keyNumber, number);
            }
            if (changes) {
                set(dropChange, keyNumber, position, number);
            }
        }
        addKeys(row, view, number, removed ? Set.of() : Set.copyOf(had), changes);
    }

    /** @param there keys that find the row already */
    private void addKeys(StoredRow row, int view, long number, Set<String> there, boolean changes) throws SQLException {
        for (var key : row.keys()) {
            var keyNumber = key(view, key);
            if (!row.removed() && !there.contains(key)) {
                set(putKey, keyNumber, number);
            }
            if (changes) {
                set(putChange, keyNumber, row.position(), number);
            }
        }
    }

    private long nextRow() throws SQLException {
        if (nextRow < 0) {
            nextRow = max("row") + 1;
        }
        return nextRow;
    }

    private int view(String name) throws SQLException {
        if (views.isEmpty()) {
            views.putAll(SqliteGeneration.views(writer));
        }
        var known = views.get(name);
        if (known != null) {
            return known;
        }
        var number = views.size() + 1;
        insertView.setInt(1, number);
        insertView.setString(2, name);
        insertView.executeUpdate();
        views.put(name, number);
        return number;
    }

    private long key(int view, String text) throws SQLException {
        var key = new Key(view, text);
        var known = keys.get(key);
        if (known != null) {
            return known;
        }
        var number = findOrAdd(key);
        keys.put(key, number);
        return number;
    }

    private long findOrAdd(Key key) throws SQLException {
        findKey.setInt(1, key.view());
        findKey.setString(2, key.text());
        try (var found = findKey.executeQuery()) {
            if (found.next()) {
                return found.getLong(1);
            }
        }
        if (nextKey < 0) {
            nextKey = max("key") + 1;
        }
        insertKey.setLong(1, nextKey);
        insertKey.setInt(2, key.view());
        insertKey.setString(3, key.text());
        insertKey.executeUpdate();
        return nextKey++;
    }

    private long max(String table) throws SQLException {
        return writer.query(
                "SELECT coalesce(max(number), 0) FROM " + table, List.of(), rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    private static void set(PreparedStatement statement, long... numbers) throws SQLException {
        for (var i = 0; i < numbers.length; i++) {
            statement.setLong(i + 1, numbers[i]);
        }
        statement.executeUpdate();
    }
}
