package org.tansiq.infra.members;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.PersonId;

/** Sessions in an SQLite file of their own: they outlast the process. */
public final class SqliteSessions implements SessionStore {
    private static final String SESSION = "SELECT id, person, made, seen, complete FROM session ";

    private final SqliteFile file;

    public SqliteSessions(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS session (
                    id TEXT PRIMARY KEY, person TEXT NOT NULL, made INTEGER NOT NULL, seen INTEGER NOT NULL,
                    complete INTEGER NOT NULL) STRICT""", "CREATE INDEX IF NOT EXISTS session_person ON session (person, seen)");
    }

    @Override
    public void add(Session session) {
        file.update(
                "INSERT INTO session (id, person, made, seen, complete) VALUES (?, ?, ?, ?, ?)",
                session.id(),
                session.person().value(),
                session.made().toEpochMilli(),
                session.seen().toEpochMilli(),
                session.complete() ? 1 : 0);
    }

    @Override
    public Optional<Session> find(String id) {
        return file.query(SESSION + "WHERE id = ?", SqliteSessions::session, id);
    }

    @Override
    public void seen(String id, Instant at) {
        file.update("UPDATE session SET seen = max(seen, ?) WHERE id = ?", at.toEpochMilli(), id);
    }

    @Override
    public List<Session> of(PersonId person) {
        return file.queryAll(
                SESSION + "WHERE person = ? ORDER BY seen DESC, id", SqliteSessions::session, person.value());
    }

    @Override
    public boolean end(PersonId person, String id) {
        return file.update("DELETE FROM session WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public void endAll(PersonId person, @Nullable String kept) {
        file.update("DELETE FROM session WHERE person = ? AND id IS NOT ?", person.value(), kept);
    }

    @Override
    public void clear(Instant madeBefore, Instant seenBefore) {
        file.update(
                "DELETE FROM session WHERE made < ? OR seen < ?", madeBefore.toEpochMilli(), seenBefore.toEpochMilli());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString(1),
                new PersonId(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                row.getInt(5) == 1);
    }

    @Override
    public void close() {
        file.close();
    }
}
