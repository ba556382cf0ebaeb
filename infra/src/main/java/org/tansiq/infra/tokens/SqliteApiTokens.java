package org.tansiq.infra.tokens;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SqliteFile;

/** Tokens in an SQLite file of their own. */
public final class SqliteApiTokens implements ApiTokens {
    private static final String COLUMNS =
            "id, secret_hash, person, name, scope, coalition, made, expires, last_used FROM token ";

    private final SqliteFile file;

    /** Opens the file, or makes it. */
    public SqliteApiTokens(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS token (
                    id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
                    name TEXT NOT NULL, scope TEXT NOT NULL, coalition TEXT, made INTEGER NOT NULL,
                    expires INTEGER NOT NULL, last_used INTEGER) STRICT""", "CREATE INDEX IF NOT EXISTS token_person ON token (person, made)");
    }

    @Override
    public void add(ApiToken token) {
        file.update(
                "DELETE FROM token WHERE person = ? AND expires <= ?",
                token.person().value(),
                token.made().toEpochMilli());
        var added = file.update(
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
    public Optional<ApiToken> bySecret(String secretHash) {
        return file.query("SELECT " + COLUMNS + "WHERE secret_hash = ?", SqliteApiTokens::read, secretHash);
    }

    @Override
    public Optional<ApiToken> byId(String id) {
        return file.query("SELECT " + COLUMNS + "WHERE id = ?", SqliteApiTokens::read, id);
    }

    @Override
    public List<ApiToken> ofPerson(PersonId person) {
        return file.queryAll(
                "SELECT " + COLUMNS + "WHERE person = ? ORDER BY made DESC, id", SqliteApiTokens::read, person.value());
    }

    @Override
    public void used(String id, LocalDate day) {
        file.update(
                "UPDATE token SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)",
                day.toEpochDay(),
                id,
                day.toEpochDay());
    }

    @Override
    public boolean revoke(PersonId person, String id) {
        return file.update("DELETE FROM token WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public void revokeAll(PersonId person) {
        file.update("DELETE FROM token WHERE person = ?", person.value());
        file.leaveNothing();
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

    @Override
    public void close() {
        file.close();
    }
}
