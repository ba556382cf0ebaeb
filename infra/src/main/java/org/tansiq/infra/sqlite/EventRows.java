package org.tansiq.infra.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.infra.log.MetadataJson;
import org.tansiq.infra.log.StoredEvent;

/** Rows of the table of events, read column by column: the payload of an event that is not wanted is never touched. */
final class EventRows {
    static final String COLUMNS = "e.position, e.id, e.name, e.version, e.at, e.metadata, e.tags, e.payload";

    private final Readers.Reader reader;
    private final TagIds tagIds;
    private final ResultSet rows;

    EventRows(Readers.Reader reader, TagIds tagIds, ResultSet rows) {
        this.reader = reader;
        this.tagIds = tagIds;
        this.rows = rows;
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    long position() throws SQLException {
        return rows.getLong(1);
    }

    String name() throws SQLException {
        return text(3);
    }

    Set<Tag> tags() throws SQLException {
        return tagIds.read(reader, text(7));
    }

    /** Only where a query adds it behind {@link #COLUMNS}. */
    String commitId() throws SQLException {
        return text(9);
    }

    /** Only where a query adds it behind the commit's id. */
    int commitSize() throws SQLException {
        return rows.getInt(10);
    }

    StoredEvent event(String name, Set<Tag> tags) throws SQLException {
        return new StoredEvent(text(2), name, text(4), rows.getLong(5), MetadataJson.read(text(6)), tags, text(8));
    }

    /** In a damaged file a value may have become null. */
    private String text(int column) throws SQLException {
        var text = rows.getString(column);
        if (text == null) {
            throw new SQLException("The event at position " + position() + " lacks a value");
        }
        return text;
    }
}
