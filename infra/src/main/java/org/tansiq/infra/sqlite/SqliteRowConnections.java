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
 * One connection that writes, and a few that read beside it without waiting. Each keeps its prepared statements.
 */
final class SqliteRowConnections implements AutoCloseable {
    private static final int READERS_MAX = 8;
    private static final int BUSY_MILLIS_MAX = 5_000;
    private static final int READER_CACHE_KIBIBYTES = 2 << 10;

    private final String url;
    private final Tuning tuning;
    private final ReentrantLock writing = new ReentrantLock();
    private final Writer writer;
    private final Semaphore permits = new Semaphore(READERS_MAX, true);
    private final Deque<Reader> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * How the file is written.
     *
     * @param checkpointPages of 4 KiB: a batch touches many, and they are copied only when they move into the file
     */
    record Tuning(SynchronousMode synchronous, int cacheKibibytes, int checkpointPages) {
        /** What it loses in a power cut is made again from the log. */
        static final Tuning DERIVED = new Tuning(SynchronousMode.NORMAL, 8 << 10, 8_000);

        static final Tuning DURABLE = new Tuning(SynchronousMode.FULL, 1 << 10, 1_000);

        /** Nobody needs it after a power cut; it is made durable when it is whole. */
        static final Tuning LOADING = new Tuning(SynchronousMode.OFF, 64 << 10, 32_000);
    }

    interface Work {
        void with(Writer writer) throws SQLException;
    }

    interface Reading<T> {
        T from(ResultSet rows) throws SQLException;
    }

    interface Snapshot<T> {
        T of(Reader reader) throws SQLException;
    }

    SqliteRowConnections(Path file, Tuning tuning) {
        this.url = "jdbc:sqlite:" + file;
        this.tuning = tuning;
        try {
            writer = new Writer(connect(tuning.cacheKibibytes()));
            tune(tuning);
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        }
    }

    /**
     * All of the work in one transaction, or none. It begins and ends by statements: with auto-commit off the driver
     * begins the next one right after a commit, and so would keep the file locked.
     */
    void write(Work work) {
        write(work, () -> {});
    }

    /** @param undone is called when the transaction was rolled back, before anybody else writes */
    void write(Work work, Runnable undone) {
        writing.lock();
        try {
            writer.execute("BEGIN IMMEDIATE");
            work.with(writer);
            writer.execute("COMMIT");
        } catch (SQLException e) {
            rollBack(e);
            undone.run();
            throw SqliteRowStore.failure(e);
        } catch (RuntimeException | Error e) {
            rollBack(e);
            undone.run();
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /** What was loaded is on the disk, and is written as usual from here on. */
    void settle() {
        writing.lock();
        try {
            tune(Tuning.DERIVED);
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw SqliteRowStore.failure(e);
        } finally {
            writing.unlock();
        }
    }

    <T> T read(String sql, List<?> values, Reading<T> reading) {
        return reading(reader -> reader.query(sql, values, reading));
    }

    /** Several queries that see the same state of the file. */
    <T> T snapshot(Snapshot<T> snapshot) {
        return reading(reader -> {
            reader.execute("BEGIN");
            try {
                return snapshot.of(reader);
            } finally {
                reader.execute("COMMIT");
            }
        });
    }

    private <T> T reading(Snapshot<T> snapshot) {
        permits.acquireUninterruptibly();
        try {
            var reader = borrow();
            var sound = false;
            try {
                var result = snapshot.of(reader);
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
        } finally {
            writing.unlock();
        }
    }

    private void tune(Tuning to) throws SQLException {
        writer.execute("PRAGMA synchronous = " + to.synchronous().getValue());
        writer.execute("PRAGMA cache_size = " + -to.cacheKibibytes());
        writer.execute("PRAGMA wal_autocheckpoint = " + to.checkpointPages());
    }

    private Connection connect(int cacheKibibytes) throws SQLException {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(tuning.synchronous());
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        config.setCacheSize(-cacheKibibytes);
        return config.createConnection(url);
    }

    private void rollBack(Throwable reason) {
        try {
            writer.execute("ROLLBACK");
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
        return new Reader(connect(READER_CACHE_KIBIBYTES));
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

    /** A connection with the statements that were prepared on it. */
    private static class Prepared implements AutoCloseable {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        Prepared(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement prepared(String sql, List<?> values) throws SQLException {
            var statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        }

        void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        <T> T query(String sql, List<?> values, Reading<T> reading) throws SQLException {
            try (var rows = prepared(sql, values).executeQuery()) {
                return reading.from(rows);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw SqliteRowStore.failure(e);
            }
        }
    }

    static final class Reader extends Prepared {
        Reader(Connection connection) {
            super(connection);
        }
    }

    static final class Writer extends Prepared {
        Writer(Connection connection) {
            super(connection);
        }

        /** How many rows it changed. */
        int update(String sql, Object... values) throws SQLException {
            return prepared(sql, List.of(values)).executeUpdate();
        }

        PreparedStatement prepare(String sql) throws SQLException {
            return prepared(sql, List.of());
        }
    }
}
