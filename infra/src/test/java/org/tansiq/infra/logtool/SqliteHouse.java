package org.tansiq.infra.logtool;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.wiring.Installation;

final class SqliteHouse implements House {
    private final Path folder;

    SqliteHouse(Path folder) {
        this.folder = folder;
    }

    @Override
    public LogPlace place() {
        return new LogPlace.Folder(folder);
    }

    @Override
    public Installation start() {
        return Installation.open(
                new SqliteCommitLog(folder.resolve("log.db")),
                SqliteRowStore.open(folder.resolve("rows.db")),
                LogSettings.oneNode());
    }

    @Override
    public void removeEvent(long position) {
        log("delete from event_tag where position = ?", position);
        log("delete from events where position = ?", position);
    }

    @Override
    public void removeCommit(long position) {
        removeEvent(position);
        log("delete from commits where position = ?", position);
    }

    @Override
    public void setEvent(long position, String what, String value) {
        log("update events set " + what + " = ? where position = ?", value, position);
    }

    @Override
    public void setCommitId(long position, String id) {
        log("drop table if exists other");
        log("create table other (position integer primary key, size integer not null, id text not null) strict");
        log("insert into other select * from commits");
        log("drop table commits");
        log("alter table other rename to commits");
        log("update commits set id = ? where position = ?", id, position);
    }

    @Override
    public void removeTag(long position, String key) {
        log(
                "update events set tags = (select group_concat(t.id, ' ') from event_tag i join tag t on t.id = i.tag"
                        + " where i.position = events.position and t.key <> ?) where position = ?",
                key,
                position);
        removeTagFromIndex(position, key);
    }

    @Override
    public void removeTagFromIndex(long position, String key) {
        log("delete from event_tag where tag in (select id from tag where key = ?) and position = ?", key, position);
    }

    @Override
    public void addTagToIndex(long position, String key) {
        log("insert into event_tag select id, ? from tag where key = ? limit 1", position, key);
    }

    @Override
    public SpoiledRows rows() {
        return new SpoiledRows(() -> SqliteRowStore.open(folder.resolve("rows.db")));
    }

    private void log(String sql, Object... values) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("log.db"));
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {}
}
