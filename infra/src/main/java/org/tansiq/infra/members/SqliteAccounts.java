package org.tansiq.infra.members;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** Accounts in an SQLite file of their own, readable by its owner only. */
public final class SqliteAccounts implements Accounts {
    private static final String ACCOUNT = """
            SELECT person, login, organization, role, password_hash, coalesce(locked, 0), signed_out
            FROM account LEFT JOIN account_state USING (person)\040""";

    private static final String LINK = "token_hash, organization, role, expires, maker, made";

    private final SqliteFile file;

    public SqliteAccounts(Path path) {
        file = new SqliteFile(
                path,
                """
                CREATE TABLE IF NOT EXISTS account (
                    person TEXT PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE,
                    organization TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL) STRICT""",
                "CREATE INDEX IF NOT EXISTS account_organization ON account (organization, login_key)",
                """
                CREATE TABLE IF NOT EXISTS account_state (
                    person TEXT PRIMARY KEY, locked INTEGER NOT NULL DEFAULT 0, signed_out INTEGER) STRICT""",
                """
                CREATE TABLE IF NOT EXISTS personal_data (
                    person TEXT PRIMARY KEY, name TEXT, email TEXT, languages TEXT NOT NULL) STRICT""",
                """
                CREATE TABLE IF NOT EXISTS sign_up_link (
                    token_hash TEXT PRIMARY KEY, organization TEXT, role TEXT NOT NULL,
                    expires INTEGER NOT NULL) STRICT""");
        file.addColumn("sign_up_link", "maker", "TEXT");
        file.addColumn("sign_up_link", "made", "INTEGER");
    }

    @Override
    public boolean isEmpty() {
        return !file.query("SELECT 1 FROM account LIMIT 1", row -> true).isPresent();
    }

    @Override
    public void add(Account account) {
        try {
            var unused = file.tryUpdate(
                    "INSERT INTO account (person, login, login_key, organization, role, password_hash)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    account.person().value(),
                    account.login(),
                    Account.key(account.login()),
                    account.organization().value(),
                    account.role().name(),
                    account.passwordHash());
        } catch (SQLException failure) {
            if (failure instanceof SQLiteException told && isDuplicate(told.getResultCode())) {
                throw new Conflict("login-taken");
            }
            throw SqliteFile.failed(failure);
        }
    }

    private static boolean isDuplicate(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return file.query(ACCOUNT + "WHERE login_key = ?", SqliteAccounts::account, Account.key(login));
    }

    @Override
    public Optional<Account> byPerson(PersonId person) {
        return file.query(ACCOUNT + "WHERE person = ?", SqliteAccounts::account, person.value());
    }

    @Override
    public List<Account> ofOrganization(OrganizationId organization) {
        return file.queryAll(
                ACCOUNT + "WHERE organization = ? ORDER BY login_key", SqliteAccounts::account, organization.value());
    }

    @Override
    public boolean changePassword(PersonId person, String passwordHash) {
        return file.update("UPDATE account SET password_hash = ? WHERE person = ?", passwordHash, person.value()) == 1;
    }

    @Override
    public void rehash(PersonId person, String was, String passwordHash) {
        file.update(
                "UPDATE account SET password_hash = ? WHERE person = ? AND password_hash = ?",
                passwordHash,
                person.value(),
                was);
    }

    @Override
    public boolean lock(PersonId person, boolean locked) {
        return file.update("""
                        INSERT INTO account_state (person, locked) SELECT person, ? FROM account WHERE person = ?
                        ON CONFLICT (person) DO UPDATE SET locked = excluded.locked""", locked ? 1 : 0, person.value()) == 1;
    }

    @Override
    public void signOut(PersonId person, Instant at) {
        file.update("""
                INSERT INTO account_state (person, signed_out) SELECT person, ? FROM account WHERE person = ?
                ON CONFLICT (person) DO UPDATE SET signed_out = excluded.signed_out""", at.toEpochMilli(), person.value());
    }

    @Override
    public PersonalData personalData(PersonId person) {
        return file.query(
                        "SELECT name, email, languages FROM personal_data WHERE person = ?",
                        row -> new PersonalData(
                                person,
                                row.getString(1),
                                row.getString(2),
                                Stream.of(row.getString(3).split(" ", -1))
                                        .filter(language -> !language.isEmpty())
                                        .toList()),
                        person.value())
                .orElseGet(() -> PersonalData.nothing(person));
    }

    @Override
    public void tell(PersonalData data) {
        file.update("""
                INSERT INTO personal_data (person, name, email, languages) VALUES (?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE
                SET name = excluded.name, email = excluded.email, languages = excluded.languages""", data.person().value(), data.name(), data.email(), String.join(" ", data.languages()));
    }

    @Override
    public boolean erase(PersonId person) {
        var erased = file.together(() -> {
            file.update("DELETE FROM personal_data WHERE person = ?", person.value());
            file.update("DELETE FROM account_state WHERE person = ?", person.value());
            return file.update("DELETE FROM account WHERE person = ?", person.value()) == 1;
        });
        file.leaveNothing();
        return erased;
    }

    @Override
    public void addLink(SignUpLink link) {
        file.update(
                "INSERT INTO sign_up_link (" + LINK + ") VALUES (?, ?, ?, ?, ?, ?)",
                link.tokenHash(),
                link.organization() == null ? null : link.organization().value(),
                link.role().name(),
                link.expires().toEpochMilli(),
                link.maker() == null ? null : link.maker().person().value(),
                link.maker() == null ? null : link.maker().made().toEpochMilli());
    }

    @Override
    public Optional<SignUpLink> peekLink(String tokenHash, Instant now) {
        return file.query(
                "SELECT " + LINK + " FROM sign_up_link WHERE token_hash = ? AND expires > ?",
                SqliteAccounts::link,
                tokenHash,
                now.toEpochMilli());
    }

    @Override
    public Optional<SignUpLink> useLink(String tokenHash, Instant now) {
        // One statement deletes what it answers: two processes on this file cannot both have it.
        var used = file.query(
                "DELETE FROM sign_up_link WHERE token_hash = ? AND expires > ? RETURNING " + LINK,
                SqliteAccounts::link,
                tokenHash,
                now.toEpochMilli());
        file.update("DELETE FROM sign_up_link WHERE expires <= ?", now.toEpochMilli());
        return used;
    }

    @Override
    public void dropLinks() {
        file.update("DELETE FROM sign_up_link");
    }

    @Override
    public void close() {
        file.close();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new PersonId(row.getString(1)),
                row.getString(2),
                new OrganizationId(row.getString(3)),
                Role.valueOf(row.getString(4)),
                row.getString(5),
                row.getInt(6) == 1,
                row.getObject(7) == null ? null : Instant.ofEpochMilli(row.getLong(7)));
    }

    private static SignUpLink link(ResultSet row) throws SQLException {
        var organization = row.getString(2);
        var maker = row.getString(5);
        return new SignUpLink(
                row.getString(1),
                organization == null ? null : new OrganizationId(organization),
                Role.valueOf(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                maker == null ? null : new SignUpLink.Maker(new PersonId(maker), Instant.ofEpochMilli(row.getLong(6))));
    }
}
