package org.tansiq.infra.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.MetadataJson;
import org.tansiq.infra.log.StoredAt;
import org.tansiq.infra.log.StoredEvent;

/**
 * Writes a group of commits in one transaction. For one thread at a time. Rows go in as batches: after each single update
 * the driver tries to begin a transaction of its own, and that takes as long as the update.
 */
final class CommitWriter implements AutoCloseable {
    private static final int KNOWN_TAGS_MAX = 100_000;
    /** The driver clears as much memory after each batch as the largest one took. */
    private static final int BATCH_COMMITS = 256;

    private static final int BATCH_EVENTS = 512;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement head;
    private final PreparedStatement find;
    private final PreparedStatement insertCommit;
    private final PreparedStatement deleteCommits;
    private final PreparedStatement insertEvent;
    private final PreparedStatement findTag;
    private final PreparedStatement insertTag;
    private final PreparedStatement insertEventTag;
    private final Map<Tag, Long> tagIds = new HashMap<>();

    CommitWriter(Connection connection) throws SQLException {
        this.connection = connection;
        // Taking the write lock at once: what is read in the transaction stays true until it ends.
        begin = connection.prepareStatement("begin immediate");
        commit = connection.prepareStatement("commit");
        head = connection.prepareStatement(Schema.HEAD);
        find = connection.prepareStatement(Schema.FIND);
        insertCommit = connection.prepareStatement(
                "insert into commits (position, size, id) values (?, ?, ?) on conflict (id) do nothing");
        deleteCommits = connection.prepareStatement("delete from commits where position >= ?");
        insertEvent = connection.prepareStatement(
                "insert into events (position, id, name, version, at, metadata, tags, payload)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)");
        findTag = connection.prepareStatement("select id from tag where key = ? and value = ?");
        insertTag = connection.prepareStatement("insert into tag (key, value) values (?, ?) returning id");
        insertEventTag = connection.prepareStatement("insert into event_tag (tag, position) values (?, ?)");
    }

    Appended append(List<Commit> commits) throws SQLException {
        begin.execute();
        try {
            var appended = write(commits);
            commit.execute();
            return appended;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Exception why) {
        // Numbers that were given to tags in this transaction are not theirs any more.
        tagIds.clear();
        try (var statement = connection.createStatement()) {
            statement.execute("rollback");
            for (var batched : List.of(insertCommit, insertEvent, insertEventTag)) {
                batched.clearBatch();
            }
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some errors; then there is nothing left to roll back.
            why.addSuppressed(e);
        }
    }

    private Appended write(List<Commit> commits) throws SQLException {
        var free = head();
        var first = commits.getFirst();
        if (free < first.position()) {
            throw new IllegalArgumentException(
                    "Position " + first.position() + " would leave a gap: the next is " + free);
        }
        if (free > first.position()) {
            var known = find(first.id());
            return known == null ? new Appended.PositionTaken(0) : new Appended.IdTaken(0, known);
        }
        var stored = 0;
        while (stored < commits.size()) {
            var next = commits.subList(stored, Math.min(stored + BATCH_COMMITS, commits.size()));
            var inserted = insertCommits(next);
            insertEvents(next.subList(0, inserted));
            stored += inserted;
            if (inserted < next.size()) {
                return new Appended.IdTaken(stored, stored(commits.get(stored).id()));
            }
        }
        return new Appended.All(stored);
    }

    /** Says how many were stored before one whose id is there already. */
    private int insertCommits(List<Commit> commits) throws SQLException {
        for (var next : commits) {
            insertCommit.setLong(1, next.position());
            insertCommit.setInt(2, next.events().size());
            insertCommit.setString(3, next.id());
            insertCommit.addBatch();
        }
        var inserted = insertCommit.executeBatch();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                // Those behind it are in, but may not be without it.
                deleteCommits.setLong(1, commits.get(i).position());
                deleteCommits.executeUpdate();
                return i;
            }
        }
        return commits.size();
    }

    private void insertEvents(List<Commit> commits) throws SQLException {
        var waiting = 0;
        for (var commit : commits) {
            var position = commit.position();
            for (var event : commit.events()) {
                insert(position++, event);
                if (++waiting == BATCH_EVENTS) {
                    executeBatches();
                    waiting = 0;
                }
            }
        }
        executeBatches();
    }

    private void executeBatches() throws SQLException {
        insertEvent.executeBatch();
        insertEventTag.executeBatch();
    }

    private void insert(long position, StoredEvent event) throws SQLException {
        var ids = new long[event.tags().size()];
        var i = 0;
        for (var tag : event.tags()) {
            ids[i] = idOf(tag);
            insertEventTag.setLong(1, ids[i++]);
            insertEventTag.setLong(2, position);
            insertEventTag.addBatch();
        }
        insertEvent.setLong(1, position);
        insertEvent.setString(2, event.id());
        insertEvent.setString(3, event.name());
        insertEvent.setString(4, event.version());
        insertEvent.setLong(5, event.at());
        insertEvent.setString(6, MetadataJson.write(event.metadata()));
        insertEvent.setString(7, TagIds.write(ids));
        insertEvent.setString(8, event.payload());
        insertEvent.addBatch();
    }

    private long idOf(Tag tag) throws SQLException {
        var known = tagIds.get(tag);
        if (known != null) {
            return known;
        }
        if (tagIds.size() >= KNOWN_TAGS_MAX) {
            tagIds.clear();
        }
        var found = findOrInsert(tag);
        tagIds.put(tag, found);
        return found;
    }

    private long findOrInsert(Tag tag) throws SQLException {
        for (var statement : List.of(findTag, insertTag)) {
            statement.setString(1, tag.key());
            statement.setString(2, tag.value());
            try (var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return rows.getLong(1);
                }
            }
        }
        throw new SQLException("A tag got no id");
    }

    private long head() throws SQLException {
        try (var rows = head.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private StoredAt stored(String id) throws SQLException {
        var known = find(id);
        if (known == null) {
            throw new SQLException("A commit id is taken, and no commit has it");
        }
        return known;
    }

    private @Nullable StoredAt find(String id) throws SQLException {
        find.setString(1, id);
        try (var rows = find.executeQuery()) {
            return rows.next() ? new StoredAt(rows.getLong(1), rows.getInt(2)) : null;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
