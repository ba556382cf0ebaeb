package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.tansiq.infra.rows.RowStoreFailure;

/**
 * One connection that writes, and a few that read beside it without waiting. Each reader keeps its prepared statements.
 */
final class SqliteRowConnections implements AutoCloseable {
    private static final int READERS_MAX = 8;
    private static final int BUSY_MILLIS_MAX = 5_000;
    /** For each connection; a rebuild writes all over the file. */
    private static final int CACHE_KIBIBYTES = 16 << 10;
    /** Pages of 4 KiB: a batch touches many, and they are synced only when they move into the file. */
    private static final int CHECKPOINT_PAGES = 8_000;

    private final String url;
    private final ReentrantLock writing = new ReentrantLock();
    private final Connection writer;
    private final Semaphore permits = new Semaphore(READERS_MAX, true);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    interface Work<T> {
        T with(Connection writer) throws SQLException;
    }

    interface Reading<T> {
        T from(ResultSet rows) throws SQLException;
    }

    SqliteRowConnections(Path file) {
        url = "jdbc:sqlite:" + file;
        try {
            writer = connect();
            execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        }
    }

    /**
     * All of the work in one transaction, or none. It begins and ends by statements: with auto-commit off the driver
     * begins the next one right after a commit, and so would keep the file locked.
     */
    <T> T write(Work<T> work) {
        writing.lock();
        try {
            execute("BEGIN IMMEDIATE");
            var result = work.with(writer);
            execute("COMMIT");
            return result;
        } catch (SQLException e) {
            rollBack(e);
            throw SqliteRowStore.failure(e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    <T> T read(String sql, List<?> values, Reading<T> reading) {
        permits.acquireUninterruptibly();
        try {
            var reader = borrow();
            var sound = false;
            try {
                var result = reader.query(sql, values, reading);
                sound = true;
                return result;
            } finally {
                giveBack(reader, sound);
            }
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Reader::close);
            idle.clear();
        }
        writing.lock();
        try {
            writer.close();
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        } finally {
            writing.unlock();
        }
    }

    private Connection connect() throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        config.setCacheSize(-CACHE_KIBIBYTES);
        return config.createConnection(url);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = writer.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack(Throwable reason) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private Reader borrow() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new RowStoreFailure("The rows are closed.", new IllegalStateException());
            }
            var reader = idle.poll();
            if (reader != null) {
                return reader;
            }
        }
        return new Reader(connect());
    }

    private void giveBack(Reader reader, boolean sound) {
        synchronized (idle) {
            if (sound && !closed) {
                idle.push(reader);
                return;
            }
        }
        reader.close();
    }

    private record Reader(Connection connection, Map<String, PreparedStatement> statements) {
        Reader(Connection connection) {
            this(connection, new HashMap<>());
        }

        <T> T query(String sql, List<?> values, Reading<T> reading) throws SQLException {
            var statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                return reading.from(rows);
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw SqliteRowStore.failure(e);
            }
        }
    }
}
