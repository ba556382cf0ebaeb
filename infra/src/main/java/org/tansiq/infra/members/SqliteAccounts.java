package org.tansiq.infra.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** Accounts in an SQLite file of their own, readable by its owner only. One connection, one caller at a time. */
public final class SqliteAccounts implements Accounts {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    private static final String ACCOUNT = "SELECT person, login, organization, role, password_hash FROM account ";

    private final Connection connection;

    public SqliteAccounts(Path file) {
        try {
            ownersOnly(file);
            var config = new SQLiteConfig();
            config.setGetGeneratedKeys(false);
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
            connection = config.createConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA secure_delete = ON");
                statement.executeUpdate("""
                        CREATE TABLE IF NOT EXISTS account (
                            person TEXT PRIMARY KEY, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE,
                            organization TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL) STRICT""");
                statement.executeUpdate(
                        "CREATE INDEX IF NOT EXISTS account_organization ON account (organization, login_key)");
                statement.executeUpdate("""
                        CREATE TABLE IF NOT EXISTS sign_up_link (
                            token_hash TEXT PRIMARY KEY, organization TEXT, role TEXT NOT NULL,
                            expires INTEGER NOT NULL) STRICT""");
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The files that SQLite puts beside this one get the same rights. */
    private static void ownersOnly(Path file) {
        try {
            var directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException alreadyThere) {
            // as its owner left it
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized boolean isEmpty() {
        return !query("SELECT 1 FROM account LIMIT 1", row -> true).isPresent();
    }

    @Override
    public synchronized void add(Account account) {
        try {
            update(
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
            throw failed(failure);
        }
    }

    private static boolean isDuplicate(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    @Override
    public synchronized Optional<Account> byLogin(String login) {
        return query(ACCOUNT + "WHERE login_key = ?", SqliteAccounts::account, Account.key(login));
    }

    @Override
    public synchronized Optional<Account> byPerson(PersonId person) {
        return query(ACCOUNT + "WHERE person = ?", SqliteAccounts::account, person.value());
    }

    @Override
    public synchronized List<Account> ofOrganization(OrganizationId organization) {
        return queryAll(
                ACCOUNT + "WHERE organization = ? ORDER BY login_key", SqliteAccounts::account, organization.value());
    }

    @Override
    public synchronized boolean changePassword(PersonId person, String passwordHash) {
        try {
            return update("UPDATE account SET password_hash = ? WHERE person = ?", passwordHash, person.value()) == 1;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public synchronized boolean erase(PersonId person) {
        try {
            var erased = update("DELETE FROM account WHERE person = ?", person.value()) == 1;
            // What was deleted is zeros in the file; what was written ahead of the file goes with this.
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            return erased;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public synchronized void addLink(SignUpLink link) {
        try {
            update(
                    "INSERT INTO sign_up_link (token_hash, organization, role, expires) VALUES (?, ?, ?, ?)",
                    link.tokenHash(),
                    link.organization() == null ? null : link.organization().value(),
                    link.role().name(),
                    link.expires().toEpochMilli());
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public synchronized Optional<SignUpLink> peekLink(String tokenHash, Instant now) {
        return query(
                "SELECT token_hash, organization, role, expires FROM sign_up_link WHERE token_hash = ? AND expires > ?",
                SqliteAccounts::link,
                tokenHash,
                now.toEpochMilli());
    }

    @Override
    public synchronized Optional<SignUpLink> useLink(String tokenHash, Instant now) {
        // One statement deletes what it answers: two processes on this file cannot both have it.
        var used = query(
                "DELETE FROM sign_up_link WHERE token_hash = ? AND expires > ?"
                        + " RETURNING token_hash, organization, role, expires",
                SqliteAccounts::link,
                tokenHash,
                now.toEpochMilli());
        try {
            update("DELETE FROM sign_up_link WHERE expires <= ?", now.toEpochMilli());
        } catch (SQLException failure) {
            throw failed(failure);
        }
        return used;
    }

    @Override
    public synchronized void dropLinks() {
        try {
            update("DELETE FROM sign_up_link");
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new PersonId(row.getString(1)),
                row.getString(2),
                new OrganizationId(row.getString(3)),
                Role.valueOf(row.getString(4)),
                row.getString(5));
    }

    private static SignUpLink link(ResultSet row) throws SQLException {
        var organization = row.getString(2);
        return new SignUpLink(
                row.getString(1),
                organization == null ? null : new OrganizationId(organization),
                Role.valueOf(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> query(String sql, Reading<T> reading, Object... values) {
        return queryAll(sql, reading, values).stream().findFirst();
    }

    private <T> List<T> queryAll(String sql, Reading<T> reading, Object... values) {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private int update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("The accounts could not be read or written.", failure);
    }
}
