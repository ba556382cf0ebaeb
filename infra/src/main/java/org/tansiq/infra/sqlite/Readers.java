package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.tansiq.infra.log.LogFailure;

/** Connections that only read, each with its prepared statements; so many at once and no more. */
final class Readers implements AutoCloseable {
    private static final int READERS_MAX = 16;
    private static final int STATEMENTS_MAX = 64;

    private final Path file;
    private final Semaphore free = new Semaphore(READERS_MAX);
    private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean isClosed;

    Readers(Path file) {
        this.file = file;
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(Reader reader) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        free.acquireUninterruptibly();
        try {
            if (isClosed) {
                throw new LogFailure("The log is closed.", null);
            }
            return readWith(reading);
        } catch (SQLException e) {
            throw new LogFailure("The log cannot be read.", e);
        } finally {
            free.release();
        }
    }

    private <T> T readWith(Reading<T> reading) throws SQLException {
        var pooled = idle.poll();
        var reader = pooled == null ? new Reader(Sqlite.reader(file)) : pooled;
        try {
            var result = reading.read(reader);
            idle.add(reader);
            return result;
        } catch (SQLException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Waits for those who read. */
    @Override
    public void close() {
        isClosed = true;
        free.acquireUninterruptibly(READERS_MAX);
        try {
            for (var reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
        } catch (SQLException e) {
            throw new LogFailure("The log's readers cannot be closed.", e);
        } finally {
            free.release(READERS_MAX);
        }
    }

    static final class Reader {
        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

        Reader(Connection connection) {
            this.connection = connection;
        }

        /** The statement for this text; one result of it at a time. */
        PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
            var statement = statements.get(sql);
            if (statement == null) {
                forgetOneWhenFull();
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        }

        /** The one that was not used for longest: never one whose rows are being read. */
        private void forgetOneWhenFull() throws SQLException {
            if (statements.size() == STATEMENTS_MAX) {
                var oldest = statements.entrySet().iterator().next();
                statements.remove(oldest.getKey());
                oldest.getValue().close();
            }
        }

        private void close() throws SQLException {
            connection.close();
        }
    }
}
