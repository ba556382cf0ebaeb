package org.tansiq.infra.contacts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.SqliteFile;

/** Contacts in an SQLite file of their own, in which what was deleted or replaced leaves no trace. */
public final class SqliteContacts implements Contacts {
    private final SqliteFile file;

    public SqliteContacts(Path path) {
        file = new SqliteFile(path, """
                CREATE TABLE IF NOT EXISTS contact (
                    coalition TEXT NOT NULL, resource TEXT NOT NULL, who TEXT NOT NULL,
                    PRIMARY KEY (coalition, resource)) STRICT""");
        // A crash may have come between a change and this.
        file.leaveNothing();
    }

    @Override
    public void write(ContactId contact, String who) {
        file.update(
                "INSERT INTO contact (coalition, resource, who) VALUES (?, ?, ?)"
                        + " ON CONFLICT (coalition, resource) DO UPDATE SET who = excluded.who",
                contact.coalition().value(),
                contact.resource().value(),
                who);
        file.leaveNothing();
    }

    @Override
    public Optional<String> find(ContactId contact) {
        return file.query(
                "SELECT who FROM contact WHERE coalition = ? AND resource = ?",
                row -> row.getString(1),
                contact.coalition().value(),
                contact.resource().value());
    }

    @Override
    public void delete(ContactId contact) {
        file.update(
                "DELETE FROM contact WHERE coalition = ? AND resource = ?",
                contact.coalition().value(),
                contact.resource().value());
        file.leaveNothing();
    }

    @Override
    public List<ContactId> all() {
        return file.queryAll(
                "SELECT coalition, resource FROM contact ORDER BY coalition, resource",
                row -> new ContactId(new CoalitionId(row.getString(1)), new ResourceId(row.getString(2))));
    }

    @Override
    public void close() {
        file.close();
    }
}
