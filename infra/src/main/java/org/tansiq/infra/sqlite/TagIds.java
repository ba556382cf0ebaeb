package org.tansiq.infra.sqlite;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.eventstreaming.Tag;

/** Reads tags, which the file keeps once each: an event and the index know them by number. */
final class TagIds {
    private static final int KNOWN_MAX = 100_000;

    /** An event names a tag that the file does not have. */
    static final class NoSuchTag extends SQLException {
        NoSuchTag(long id) {
            super("There is no tag " + id);
        }
    }

    /** Numbers of stored tags never change. */
    private final Map<Long, Tag> known = new ConcurrentHashMap<>();

    /** Nothing when no event carries this tag. */
    static OptionalLong find(Readers.Reader reader, Tag tag) throws SQLException {
        var select = reader.prepare("select id from tag where key = ? and value = ?", tag.key(), tag.value());
        try (var rows = select.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
        }
    }

    static String write(long[] ids) {
        var list = new StringJoiner(" ");
        for (var id : ids) {
            list.add(Long.toString(id));
        }
        return list.toString();
    }

    Set<Tag> read(Readers.Reader reader, String ids) throws SQLException {
        var tags = new HashSet<Tag>();
        if (!ids.isEmpty()) {
            for (var id : ids.split(" ", -1)) {
                tags.add(tag(reader, number(id)));
            }
        }
        return tags;
    }

    private static long number(String id) throws SQLException {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new SQLException("There is no tag " + id, e);
        }
    }

    private Tag tag(Readers.Reader reader, long id) throws SQLException {
        var tag = known.get(id);
        if (tag == null) {
            if (known.size() >= KNOWN_MAX) {
                known.clear();
            }
            tag = load(reader, id);
            known.put(id, tag);
        }
        return tag;
    }

    private static Tag load(Readers.Reader reader, long id) throws SQLException {
        try (var rows =
                reader.prepare("select key, value from tag where id = ?", id).executeQuery()) {
            if (!rows.next()) {
                throw new NoSuchTag(id);
            }
            var key = rows.getString(1);
            var value = rows.getString(2);
            if (key == null || value == null) {
                throw new SQLException("The tag " + id + " lacks a value");
            }
            return new Tag(key, value);
        }
    }
}
