package org.tansiq.infra.members;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** Identities in the file of the accounts. */
public final class SqliteIdentities implements Identities {
    private static final String IDENTITY = "SELECT id, person, made FROM identity ";

    private final SqliteFile file;

    public SqliteIdentities(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS identity (
                    person TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, made INTEGER NOT NULL) STRICT""");
    }

    @Override
    public boolean link(Identity identity) {
        return file.update(
                        "INSERT INTO identity (person, id, made) SELECT ?, ?, ?"
                                + " WHERE NOT EXISTS (SELECT 1 FROM identity WHERE id = ? AND person <> ?)"
                                + " ON CONFLICT (person) DO UPDATE SET id = excluded.id, made = excluded.made",
                        identity.person().value(),
                        identity.id(),
                        identity.made().toEpochMilli(),
                        identity.id(),
                        identity.person().value())
                == 1;
    }

    @Override
    public Optional<Identity> find(String id) {
        return file.query(IDENTITY + "WHERE id = ?", SqliteIdentities::identity, id);
    }

    @Override
    public Optional<Identity> of(PersonId person) {
        return file.query(IDENTITY + "WHERE person = ?", SqliteIdentities::identity, person.value());
    }

    @Override
    public boolean unlink(PersonId person) {
        return file.update("DELETE FROM identity WHERE person = ?", person.value()) == 1;
    }

    private static Identity identity(ResultSet row) throws SQLException {
        return new Identity(row.getString(1), new PersonId(row.getString(2)), Instant.ofEpochMilli(row.getLong(3)));
    }

    @Override
    public void close() {
        file.close();
    }
}
