package org.tansiq.infra.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogLimits;
import org.tansiq.infra.log.LogStopped;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.log.StoredEvent;

/**
 * The log in one file of SQLite. What was appended has been synchronised to the disk. After an error of the disk the
 * file takes nothing more in this process ({@link LogStopped}): what the disk holds is only known when it is opened anew.
 */
public final class SqliteCommitLog implements CommitLog {
    private static final int PRIMARY_CODE = 0xff;
    /**
     * How long the write-ahead log gets before its pages go into the file: 32 MiB. Inserting into indexes touches the same
     * pages again and again, and the longer it is, the more of that ends in one write.
     */
    private static final int CHECKPOINT_PAGES = 8_192;

    private static final String READ = "select " + EventRows.COLUMNS + ", c.id, c.size"
            + " from commits c cross join events e on e.position >= c.position and e.position < c.position + c.size"
            + " where c.position >= coalesce("
            + "(select position from commits where position <= ? order by position desc limit 1), 0)"
            + " and c.position + c.size > ? order by c.position, e.position";

    private final Path file;
    private final Readers readers;
    private final TagIds tagIds = new TagIds();
    private CommitWriter writer;
    private boolean isWriterSound = true;
    private @Nullable LogStopped stopped;

    /** Opens the log in this file, or begins one. */
    public SqliteCommitLog(Path file) {
        this.file = file;
        Sqlite.createFolderOf(file);
        try {
            writer = openWriter(file);
        } catch (SQLException e) {
            throw new LogFailure("There can be no log in " + file, e);
        }
        readers = new Readers(file);
    }

    private static CommitWriter openWriter(Path file) throws SQLException {
        var connection = Sqlite.writer(file);
        try {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
            }
            Schema.create(connection);
            return new CommitWriter(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public synchronized Appended append(List<Commit> commits) {
        LogLimits.check(commits);
        if (stopped != null) {
            throw stopped;
        }
        if (commits.isEmpty()) {
            return new Appended.All(0);
        }
        try {
            mendWriter();
            return writer.append(commits);
        } catch (SQLException e) {
            isWriterSound = false;
            throw failure(e);
        }
    }

    /** The driver closes a statement that has failed, for good: after a full disk, say, it takes new ones to go on. */
    private void mendWriter() throws SQLException {
        if (!isWriterSound) {
            writer.close();
            writer = openWriter(file);
            isWriterSound = true;
        }
    }

    private LogFailure failure(SQLException e) {
        if (e instanceof SQLiteException sqlite && isOfTheDisk(sqlite.getResultCode())) {
            stopped = new LogStopped("The disk failed under the log. Look at the disk, then start again.", e);
            return stopped;
        }
        if (e instanceof SQLiteException sqlite
                && primary(sqlite.getResultCode()) == SQLiteErrorCode.SQLITE_FULL.code) {
            return new LogFailure("The disk is full: nothing was written. Make room on it.", e);
        }
        return new LogFailure("The log could not be written.", e);
    }

    private static int primary(SQLiteErrorCode code) {
        return code.code & PRIMARY_CODE;
    }

    private static boolean isOfTheDisk(SQLiteErrorCode code) {
        var primary = primary(code);
        return primary == SQLiteErrorCode.SQLITE_IOERR.code
                || primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    @Override
    public List<Commit> read(long from, int limit) {
        return readers.read(reader -> {
            try (var found = reader.prepare(READ, from, from).executeQuery()) {
                var commits = new ArrayList<Commit>();
                var rows = new EventRows(reader, tagIds, found);
                var count = 0;
                while (count < limit && rows.next()) {
                    var commit = commit(rows);
                    if (commits.isEmpty()
                            ? commit.position() > from
                            : commit.position() != commits.getLast().end()) {
                        throw new SQLException("The commit at position " + commit.position() + " does not adjoin");
                    }
                    commits.add(commit);
                    count += commit.events().size();
                }
                return commits;
            }
        });
    }

    /** The commit whose first event is the row at hand; leaves its last event's row at hand. */
    private static Commit commit(EventRows rows) throws SQLException {
        var position = rows.position();
        var id = rows.commitId();
        var size = rows.commitSize();
        if (size < 1 || size > LogLimits.EVENTS_IN_COMMIT_MAX) {
            throw new SQLException("The commit at position " + position + " says that it has " + size + " events");
        }
        var events = new ArrayList<StoredEvent>(size);
        events.add(rows.event(rows.name(), rows.tags()));
        while (events.size() < size) {
            if (!rows.next() || rows.position() != position + events.size()) {
                throw new SQLException("The commit at position " + position + " lacks events");
            }
            events.add(rows.event(rows.name(), rows.tags()));
        }
        return new Commit(position, id, events);
    }

    @Override
    public void query(Selection selection, long from, long to, Visitor visitor) {
        readers.read(reader -> {
            new EventQuery(reader, tagIds, selection, from, to, visitor).run();
            return true;
        });
    }

    @Override
    public long head() {
        return readers.read(reader -> {
            try (var rows = reader.prepare(Schema.HEAD).executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0L;
            }
        });
    }

    @Override
    public Optional<StoredAt> find(String commitId) {
        return readers.read(reader -> {
            try (var rows = reader.prepare(Schema.FIND, commitId).executeQuery()) {
                return rows.next() ? Optional.of(new StoredAt(rows.getLong(1), rows.getInt(2))) : Optional.empty();
            }
        });
    }

    @Override
    public synchronized void close() {
        readers.close();
        stopped = new LogStopped("The log is closed.", null);
        try {
            writer.close();
        } catch (SQLException e) {
            throw new LogFailure("The log cannot be closed.", e);
        }
    }
}
