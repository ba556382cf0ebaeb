package org.tansiq.infra.tokens;

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

/** Tokens in an SQLite file of their own. One connection, one caller at a time. */
public final class SqliteApiTokens implements ApiTokens {
    private static final int BUSY_MILLIS = 5_000;
    private static final String COLUMNS =
            "id, secret_hash, person, name, scope, coalition, made, expires, last_used FROM token ";

    private final Connection connection;
    private final PreparedStatement bySecret;
    private final PreparedStatement byId;
    private final PreparedStatement ofPerson;
    private final PreparedStatement used;

    /** Opens the file, or makes it; its folder must be there. */
    public SqliteApiTokens(Path file) {
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
                        CREATE TABLE IF NOT EXISTS token (
                            id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
                            name TEXT NOT NULL, scope TEXT NOT NULL, coalition TEXT, made INTEGER NOT NULL,
                            expires INTEGER NOT NULL, last_used INTEGER) STRICT""");
                statement.executeUpdate("CREATE INDEX IF NOT EXISTS token_person ON token (person, made)");
            }
            bySecret = connection.prepareStatement("SELECT " + COLUMNS + "WHERE secret_hash = ?");
            byId = connection.prepareStatement("SELECT " + COLUMNS + "WHERE id = ?");
            ofPerson = connection.prepareStatement("SELECT " + COLUMNS + "WHERE person = ? ORDER BY made DESC, id");
            used = connection.prepareStatement(
                    "UPDATE token SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public synchronized void add(ApiToken token) {
        update(
                "DELETE FROM token WHERE person = ? AND expires <= ?",
                token.person().value(),
                token.made().toEpochMilli());
        var added = update(
                "INSERT INTO token SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + " WHERE (SELECT count(*) FROM token WHERE person = ?) < ?",
                token.id(),
                token.secretHash(),
                token.person().value(),
                token.name(),
                token.scope().name(),
                token.coalition() == null ? null : token.coalition().value(),
                token.made().toEpochMilli(),
                token.expires().toEpochMilli(),
                token.lastUsed() == null ? null : token.lastUsed().toEpochDay(),
                token.person().value(),
                OF_PERSON_MAX);
        if (added == 0) {
            throw new Conflict("too-many-tokens", Map.of("max", OF_PERSON_MAX));
        }
    }

    @Override
    public synchronized Optional<ApiToken> bySecret(String secretHash) {
        return find(bySecret, secretHash).stream().findFirst();
    }

    @Override
    public synchronized Optional<ApiToken> byId(String id) {
        return find(byId, id).stream().findFirst();
    }

    @Override
    public synchronized List<ApiToken> ofPerson(PersonId person) {
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
        return update("DELETE FROM token WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public synchronized void revokeAll(PersonId person) {
        update("DELETE FROM token WHERE person = ?", person.value());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static List<ApiToken> find(PreparedStatement query, String value) {
        try {
            query.setString(1, value);
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<ApiToken>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static ApiToken read(ResultSet row) throws SQLException {
        var coalition = row.getString(6);
        var day = (Number) row.getObject(9);
        return new ApiToken(
                row.getString(1),
                row.getString(2),
                new PersonId(row.getString(3)),
                row.getString(4),
                Scope.valueOf(row.getString(5)),
                coalition == null ? null : new CoalitionId(coalition),
                Instant.ofEpochMilli(row.getLong(7)),
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
