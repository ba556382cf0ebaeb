package org.tansiq.infra.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.tansiq.infra.log.LogFailure;

/** The tables of the log. A later version of Tansiq raises {@code user_version} when it changes them. */
final class Schema {
    static final String HEAD =
            "select coalesce((select position + size from commits order by position desc limit 1), 0)";
    static final String FIND = "select position, size from commits where id = ?";

    static final int VERSION = 1;
    private static final String[] TABLES = {
        """
        create table if not exists commits (
            position integer primary key, -- of its first event
            size integer not null,        -- events
            id text not null unique) strict""", """
        create table if not exists events (
            position integer primary key,
            id text not null,
            name text not null,
            version text not null,
            at integer not null,          -- milliseconds since 1970
            metadata text not null,       -- JSON
            tags text not null,           -- ids of tags, with spaces between
            payload text not null         -- JSON, exactly as it was written
            ) strict""", """
        create table if not exists tag (
            id integer primary key,
            key text not null,
            value text not null,
            unique (key, value)) strict""", """
        create table if not exists event_tag (
            tag integer not null,
            position integer not null,    -- of the event
            primary key (tag, position)) strict, without rowid""",
    };

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var version = statement.executeQuery("pragma user_version")) {
                var found = version.next() ? version.getInt(1) : 0;
                if (found > VERSION) {
                    throw new LogFailure("This log was written by a newer Tansiq.", null);
                }
                if (found == VERSION) {
                    // Nothing is written, so that a log on a full disk can be opened and read.
                    return;
                }
            }
            for (var table : TABLES) {
                statement.execute(table);
            }
            statement.execute("pragma user_version = " + VERSION);
        }
    }
}
