package org.tansiq.infra.feeds;

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

/** Feeds in an SQLite file of their own. */
public final class SqliteFeeds implements Feeds {
    private static final String COLUMNS =
            "id, secret_hash, person, coalition, subject, of, named, made, last_used FROM feed ";

    private final SqliteFile file;

    /** Opens the file, or makes it. */
    public SqliteFeeds(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS feed (
                    id TEXT PRIMARY KEY, secret_hash TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
                    coalition TEXT NOT NULL, subject TEXT NOT NULL, of TEXT, named INTEGER NOT NULL,
                    made INTEGER NOT NULL, last_used INTEGER) STRICT""", "CREATE INDEX IF NOT EXISTS feed_person ON feed (person, made)");
    }

    @Override
    public void add(Feed feed) {
        var added = file.update(
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
    public Optional<Feed> bySecret(String secretHash) {
        return file.query("SELECT " + COLUMNS + "WHERE secret_hash = ?", SqliteFeeds::read, secretHash);
    }

    @Override
    public List<Feed> ofPerson(PersonId person) {
        return file.queryAll(
                "SELECT " + COLUMNS + "WHERE person = ? ORDER BY made DESC, id", SqliteFeeds::read, person.value());
    }

    @Override
    public void used(String id, LocalDate day) {
        file.update(
                "UPDATE feed SET last_used = ? WHERE id = ? AND (last_used IS NULL OR last_used < ?)",
                day.toEpochDay(),
                id,
                day.toEpochDay());
    }

    @Override
    public boolean revoke(PersonId person, String id) {
        return file.update("DELETE FROM feed WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public void revokeAll(PersonId person) {
        file.update("DELETE FROM feed WHERE person = ?", person.value());
        file.leaveNothing();
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

    @Override
    public void close() {
        file.close();
    }
}
