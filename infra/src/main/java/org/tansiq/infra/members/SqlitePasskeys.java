package org.tansiq.infra.members;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tansiq.domain.shared.PersonId;

/** Passkeys in the file of the accounts. */
public final class SqlitePasskeys implements Passkeys {
    private static final String COLUMNS = "id, person, label, public_key, attestation, client_data, counter,"
            + " backup_eligible, backed_up, transports, made, used";
    private static final String PASSKEY = "SELECT " + COLUMNS + " FROM passkey ";

    private final SqliteFile file;

    public SqlitePasskeys(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS passkey (
                    id TEXT PRIMARY KEY, person TEXT NOT NULL, label TEXT NOT NULL, public_key TEXT NOT NULL,
                    attestation TEXT NOT NULL, client_data TEXT NOT NULL, counter INTEGER NOT NULL,
                    backup_eligible INTEGER NOT NULL, backed_up INTEGER NOT NULL, transports TEXT NOT NULL,
                    made INTEGER NOT NULL, used INTEGER NOT NULL) STRICT""", "CREATE INDEX IF NOT EXISTS passkey_person ON passkey (person, made)");
    }

    @Override
    public boolean add(Passkey passkey) {
        return file.update(
                        "INSERT INTO passkey (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (id) DO NOTHING",
                        passkey.id(),
                        passkey.person().value(),
                        passkey.label(),
                        passkey.publicKey(),
                        passkey.attestation(),
                        passkey.clientData(),
                        passkey.counter(),
                        passkey.backupEligible() ? 1 : 0,
                        passkey.backedUp() ? 1 : 0,
                        String.join(" ", passkey.transports()),
                        passkey.made().toEpochMilli(),
                        passkey.used().toEpochMilli())
                == 1;
    }

    @Override
    public Optional<Passkey> find(String id) {
        return file.query(PASSKEY + "WHERE id = ?", SqlitePasskeys::passkey, id);
    }

    @Override
    public List<Passkey> of(PersonId person) {
        return file.queryAll(PASSKEY + "WHERE person = ? ORDER BY made, id", SqlitePasskeys::passkey, person.value());
    }

    @Override
    public boolean use(String id, long counter, Instant at) {
        return file.update(
                        "UPDATE passkey SET counter = ?, used = ?"
                                + " WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))",
                        counter,
                        at.toEpochMilli(),
                        id,
                        counter,
                        counter)
                == 1;
    }

    @Override
    public boolean remove(PersonId person, String id) {
        return file.update("DELETE FROM passkey WHERE person = ? AND id = ?", person.value(), id) == 1;
    }

    @Override
    public void removeAll(PersonId person) {
        file.update("DELETE FROM passkey WHERE person = ?", person.value());
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString(1),
                new PersonId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getInt(8) == 1,
                row.getInt(9) == 1,
                Stream.of(row.getString(10).split(" ", -1))
                        .filter(transport -> !transport.isEmpty())
                        .toList(),
                Instant.ofEpochMilli(row.getLong(11)),
                Instant.ofEpochMilli(row.getLong(12)));
    }

    @Override
    public void close() {
        file.close();
    }
}
