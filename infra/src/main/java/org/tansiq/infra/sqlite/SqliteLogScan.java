package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogScan;

/**
 * The log's file, opened so that it cannot be written: not a byte of it changes. Nobody else may have it open meanwhile;
 * {@link DataFolder} sees to that.
 */
public final class SqliteLogScan implements LogScan {
    private static final String COMMITS = "select position, size, id from commits where position < ? order by position";
    private static final String EVENTS =
            "select " + EventRows.COLUMNS + " from events e where position < ? order by position";

    /** Each event with each number in its list of tags; what is no list counts as an empty one. */
    private static final String TAGS = " from events e cross join json_each(iif("
            + "json_valid('[' || replace(e.tags, ' ', ',') || ']'), '[' || replace(e.tags, ' ', ',') || ']', '[]')) t";

    private static final String IS_INDEXED =
            "exists (select 1 from event_tag i where i.tag = t.value and i.position = e.position)";
    private static final String COUNTS =
            "select count(*), coalesce(sum(" + IS_INDEXED + "), 0)," + " (select count(*) from event_tag)" + TAGS;
    private static final String LACKING =
            "select distinct e.position" + TAGS + " where not " + IS_INDEXED + " order by e.position";
    private static final String TOO_MANY = "select distinct i.position from event_tag i where not exists"
            + " (select 1 from events e where e.position = i.position"
            + " and instr(' ' || e.tags || ' ', ' ' || i.tag || ' ') > 0) order by i.position";

    private final Connection connection;
    private final Readers.Reader reader;
    private final TagIds tagIds = new TagIds();

    private SqliteLogScan(Connection connection) {
        this.connection = connection;
        this.reader = new Readers.Reader(connection);
    }

    /** @throws LogFailure if there is no log in this file, or one that only a newer Tansiq can read */
    public static SqliteLogScan open(Path file) {
        try {
            var connection = readOnly(file);
            try (var statement = connection.createStatement()) {
                if (number(statement, "pragma user_version") > Schema.VERSION) {
                    throw new LogFailure("This log was written by a newer Tansiq.", null);
                }
                statement.executeQuery("select 1 from commits, events, tag, event_tag limit 0");
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return new SqliteLogScan(connection);
        } catch (SQLException | IOException e) {
            throw new LogFailure("There is no log in " + file, e);
        }
    }

    /**
     * A file that was closed in order is taken as one that nobody changes, and no lock or side file is made. One that was
     * not has the rest of the log in its side file, which is read from there and stays.
     */
    private static Connection readOnly(Path file) throws SQLException, IOException {
        var rest = file.resolveSibling(file.getFileName() + "-wal");
        var isWhole = !Files.exists(rest) || Files.size(rest) == 0;
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setReadOnly(true);
        return config.createConnection("jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///")
                + (isWhole ? "?immutable=1" : "?mode=ro"));
    }

    @Override
    public void visit(long before, Visitor visitor) {
        try (var commits = connection.prepareStatement(COMMITS);
                var events = connection.prepareStatement(EVENTS)) {
            commits.setLong(1, before);
            events.setLong(1, before);
            try (var commit = commits.executeQuery();
                    var event = events.executeQuery()) {
                var rows = new EventRows(reader, tagIds, event);
                var isCommit = commit.next();
                while (rows.next()) {
                    for (; isCommit && commit.getLong(1) <= rows.position(); isCommit = commit.next()) {
                        visitor.commit(commit.getLong(1), commit.getLong(1) + commit.getLong(2), commit.getString(3));
                    }
                    visit(rows, visitor);
                }
                for (; isCommit; isCommit = commit.next()) {
                    visitor.commit(commit.getLong(1), commit.getLong(1) + commit.getLong(2), commit.getString(3));
                }
            }
        } catch (SQLException e) {
            visitor.flaw(damaged(String.valueOf(e.getMessage())));
        }
    }

    private static void visit(EventRows rows, Visitor visitor) throws SQLException {
        var position = rows.position();
        try {
            visitor.event(position, rows.event(rows.name(), rows.tags()));
        } catch (LogFailure | NumberFormatException | TagIds.NoSuchTag e) {
            visitor.flaw(Flaw.of(Kind.RECORD_DAMAGED, "position", position));
        }
    }

    @Override
    public void examine(Consumer<Flaw> flaws) {
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("pragma integrity_check")) {
                while (rows.next()) {
                    if (!"ok".equals(rows.getString(1))) {
                        flaws.accept(damaged(rows.getString(1)));
                    }
                }
            }
            compareIndex(statement, flaws);
        } catch (SQLException e) {
            flaws.accept(damaged(String.valueOf(e.getMessage())));
        }
    }

    /** Every tag of an event is in the index; if there are as many in the index, there is nothing else in it. */
    private static void compareIndex(Statement statement, Consumer<Flaw> flaws) throws SQLException {
        try (var rows = statement.executeQuery(COUNTS)) {
            if (rows.next() && rows.getLong(1) == rows.getLong(2) && rows.getLong(2) == rows.getLong(3)) {
                return;
            }
        }
        positions(statement, LACKING, Kind.INDEX_LACKS, flaws);
        positions(statement, TOO_MANY, Kind.INDEX_TOO_MANY, flaws);
    }

    private static void positions(Statement statement, String sql, Kind kind, Consumer<Flaw> flaws)
            throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                flaws.accept(Flaw.of(kind, "position", rows.getLong(1)));
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static Flaw damaged(String what) {
        return Flaw.of(Kind.STORE_DAMAGED, "what", what.lines().findFirst().orElse(""));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LogFailure("The log cannot be closed.", e);
        }
    }
}
