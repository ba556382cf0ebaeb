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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.tansiq.infra.rows.RowStoreFailure;

/** A file of SQLite that only its owner reads. What is deleted is overwritten. One connection, one caller at a time. */
public final class SqliteFile implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Connection connection;
    /** There are as many as there are texts of SQL in the program. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    public SqliteFile(Path file, String... tables) {
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
                for (var table : tables) {
                    statement.executeUpdate(table);
                }
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Adds a column to a table that earlier versions made without it. */
    synchronized void addColumn(String table, String name, String type) {
        var isThere = query("SELECT 1 FROM pragma_table_info(?) WHERE name = ?", row -> true, table, name)
                .isPresent();
        if (!isThere) {
            update("ALTER TABLE " + table + " ADD COLUMN " + name + " " + type);
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

    public synchronized <T> Optional<T> query(String sql, Reading<T> reading, Object... values) {
        return queryAll(sql, reading, values).stream().findFirst();
    }

    public synchronized <T> List<T> queryAll(String sql, Reading<T> reading, Object... values) {
        try (var rows = prepared(sql, values).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reading.read(rows));
            }
            return found;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Answers how many rows changed. */
    public synchronized int update(String sql, @Nullable Object... values) {
        try {
            return tryUpdate(sql, values);
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    synchronized int tryUpdate(String sql, @Nullable Object... values) throws SQLException {
        return prepared(sql, values).executeUpdate();
    }

    /** All of it or nothing. */
    synchronized <T> T together(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                var result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** What was written ahead of the file goes into it, and what was deleted is nowhere then. */
    public synchronized void leaveNothing() {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (var i = 0; i < values.length; i++) {
            if (values[i] == null) {
                statement.setNull(i + 1, Types.VARCHAR);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    static RowStoreFailure failed(SQLException failure) {
        return new RowStoreFailure("SQLite: " + failure.getMessage(), failure);
    }
}
