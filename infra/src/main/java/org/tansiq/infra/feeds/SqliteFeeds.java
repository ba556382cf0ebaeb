package org.tansiq.infra.feeds;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.rows.RowStoreFailure;

/** Feeds in an SQLite file of their own. One connection, one caller at a time. */
public final class SqliteFeeds implements Feeds {
    private static final int BUSY_MILLIS = 5_000;
    private static final String COLUMNS =
            "id, secret_hash, person, coalition, subject, of, named, made, last_used FROM feed ";

    private final Connection connection;
    private final PreparedStatement bySecret;
    private final PreparedStatement ofPerson;
    private final PreparedStatement used;

    /** Opens the file, or makes it; its folder must be there. */
    public SqliteFeeds(Path file) {
        try {
            var config = new SQLiteConfig();
            config.setGetGeneratedKeys(false);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_MILLIS);
            connection = config.createConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                // What is deleted is overwritten too.
                statement.execute("PRAGMA secure_delete = ON");
                statement.executeUpdate("""
                        CREATE TABLE IF NOT EXISTS feed (
                            id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
                            coalition TEXT NOT NULL, subject TEXT NOT NULL, of TEXT, named INTEGER NOT NULL,
                            made INTEGER NOT NULL, last_used INTEGER) STRICT""");
                statement.executeUpdate("CREATE INDEX IF NOT EXISTS feed_person ON feed (person, made)");
            }
            bySecret = connection.prepareStatement("SELECT " + COLUMNS + "WHERE secret_hash = ?");
            ofPerson = connection.prepareStatement("SELECT " + COLUMNS + "WHERE person = ? ORDER BY made DESC, id");
            used = connection.prepareStatement(
                    "UPDATE feed SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void add(Feed feed) {
        var added = update(
                "INSERT INTO feed SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " WHERE (SELECT count(*) FROM feed WHERE person = ?) < ?",
                feed.id(),
                feed.secretHash(),
                feed.person().value(),
                feed.coalition().value(),
                feed.subject().name(),
                feed.of(),
                feed.named() ? 1 : 0,
                feed.made().toEpochMilli(),
                feed.lastUsed() == null ? null : feed.lastUsed().toEpochDay(),
                feed.person().value(),
                OF_PERSON_MAX);
        if (added == 0) {
            throw new Conflict("too-many-feeds", Map.of("max", OF_PERSON_MAX));
        }
    }

    @Override
    public synchronized Optional<Feed> bySecret(String secretHash) {
        return find(bySecret, secretHash).stream().findFirst();
    }

    @Override
    public synchronized List<Feed> ofPerson(PersonId person) {
        return find(ofPerson, person.value());
    }

    @Override
    public synchronized void used(String id, LocalDate day) {
        try {
            used.setLong(1, day.toEpochDay());
            used.setString(2, id);
            used.setLong(3, day.toEpochDay());
            used.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized boolean revoke(PersonId person, String id) {
        return update("DELETE FROM feed WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public synchronized void revokeAll(PersonId person) {
        update("DELETE FROM feed WHERE person = ?", person.value());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<Feed> find(PreparedStatement query, String value) {
        try {
            query.setString(1, value);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Feed>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Feed read(ResultSet row) throws SQLException {
        var day = (Number) row.getObject(9);
        return new Feed(
                row.getString(1),
                row.getString(2),
                new PersonId(row.getString(3)),
                new CoalitionId(row.getString(4)),
                Subject.valueOf(row.getString(5)),
                row.getString(6),
                row.getInt(7) == 1,
                Instant.ofEpochMilli(row.getLong(8)),
                day == null ? null : LocalDate.ofEpochDay(day.longValue()));
    }

    private int update(String sql, @Nullable Object... values) {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        }
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
