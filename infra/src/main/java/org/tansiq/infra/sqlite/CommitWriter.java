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

/** Writes a group of commits in one transaction. For one thread at a time. */
final class CommitWriter implements AutoCloseable {
    private static final int KNOWN_TAGS_MAX = 100_000;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement head;
    private final PreparedStatement find;
    private final PreparedStatement insertCommit;
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
        for (var next : commits) {
            if (!insert(next)) {
                return new Appended.IdTaken(stored, stored(next.id()));
            }
            stored++;
        }
        return new Appended.All(stored);
    }

    /** Says whether it was stored; otherwise its id is there already. */
    private boolean insert(Commit next) throws SQLException {
        insertCommit.setLong(1, next.position());
        insertCommit.setInt(2, next.events().size());
        insertCommit.setString(3, next.id());
        if (insertCommit.executeUpdate() == 0) {
            return false;
        }
        var position = next.position();
        for (var event : next.events()) {
            insert(position++, event);
        }
        return true;
    }

    private void insert(long position, StoredEvent event) throws SQLException {
        var tags = event.tags().stream().toList();
        var ids = new long[tags.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = idOf(tags.get(i));
            insertEventTag.setLong(1, ids[i]);
            insertEventTag.setLong(2, position);
            insertEventTag.executeUpdate();
        }
        insertEvent.setLong(1, position);
        insertEvent.setString(2, event.id());
        insertEvent.setString(3, event.name());
        insertEvent.setString(4, event.version());
        insertEvent.setLong(5, event.at());
        insertEvent.setString(6, MetadataJson.write(event.metadata()));
        insertEvent.setString(7, TagIds.write(ids));
        insertEvent.setString(8, event.payload());
        insertEvent.executeUpdate();
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
