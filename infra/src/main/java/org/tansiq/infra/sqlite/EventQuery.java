package org.tansiq.infra.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.Selection;

/** Finds what is selected in a range of positions: by the index of tags if every criterion has one, else by a scan. */
final class EventQuery {
    private static final String BY_POSITION = "select " + EventRows.COLUMNS + " from events e where e.position = ?";
    private static final String SCAN = "select " + EventRows.COLUMNS
            + " from events e where e.position >= ? and e.position < ? order by e.position";
    private static final String PROBE =
            "select 1 from event_tag where tag = ? and position >= ? and position < ? order by position limit 1 offset ?";
    /** SQLite joins 64 tables at most. Whatever the join lets through is compared once more. */
    private static final int TAGS_JOINED_MAX = 32;

    private static final long FIRST_PROBE = 16;
    private static final long PROBES_GROW = 8;

    private final Readers.Reader reader;
    private final TagIds tagIds;
    private final Selection selection;
    private final long from;
    private final long to;
    private final CommitLog.Visitor visitor;

    EventQuery(
            Readers.Reader reader, TagIds tagIds, Selection selection, long from, long to, CommitLog.Visitor visitor) {
        this.reader = reader;
        this.tagIds = tagIds;
        this.selection = selection;
        this.from = from;
        this.to = to;
        this.visitor = visitor;
    }

    void run() throws SQLException {
        if (!selection.isByTag()) {
            visit(SCAN, from, to);
        } else if (selection.criteria().size() == 1) {
            visitThose(selection.criteria().getFirst());
        } else {
            visitThoseOfAny();
        }
    }

    private void visitThose(EventCriterion criterion) throws SQLException {
        var tags = rarestFirst(criterion);
        if (tags != null) {
            visit(
                    "select " + EventRows.COLUMNS
                            + carrying(tags.size())
                                    .replace(" where", " cross join events e on e.position = t0.position where"),
                    arguments(tags));
        }
    }

    private void visitThoseOfAny() throws SQLException {
        var positions = new TreeSet<Long>();
        for (var criterion : selection.criteria()) {
            var tags = rarestFirst(criterion);
            if (tags != null) {
                var select = reader.prepare("select t0.position" + carrying(tags.size()), arguments(tags));
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        positions.add(rows.getLong(1));
                    }
                }
            }
        }
        for (var position : positions) {
            if (!visit(BY_POSITION, position)) {
                return;
            }
        }
    }

    /** "Cross" joins keep their order, so the rarest tag leads and each of its events is looked up under the others. */
    private static String carrying(int tags) {
        var sql = new StringBuilder(" from event_tag t0");
        for (int i = 1; i < tags; i++) {
            sql.append(" cross join event_tag t%d on t%d.tag = ? and t%d.position = t0.position".formatted(i, i, i));
        }
        return sql.append(" where t0.tag = ? and t0.position >= ? and t0.position < ? order by t0.position")
                .toString();
    }

    private Object[] arguments(List<Long> tags) {
        var arguments = new ArrayList<Object>(tags.subList(1, tags.size()));
        arguments.add(tags.getFirst());
        arguments.add(from);
        arguments.add(to);
        return arguments.toArray();
    }

    /** Ids of the criterion's tags, as far as the index is asked; null when there is no event with one of them. */
    private @Nullable List<Long> rarestFirst(EventCriterion criterion) throws SQLException {
        var ids = new ArrayList<Long>();
        for (var tag : criterion.tags()) {
            var id = TagIds.find(reader, tag);
            if (id.isEmpty()) {
                return null;
            }
            ids.add(id.getAsLong());
        }
        if (ids.size() > 1) {
            var rarest = rarest(ids);
            ids.remove(rarest);
            ids.addFirst(rarest);
        }
        return ids.subList(0, Math.min(ids.size(), TAGS_JOINED_MAX));
    }

    /** Probes all of them further and further until one has no more events: the cost is that of the rarest. */
    private Long rarest(List<Long> ids) throws SQLException {
        for (var offset = FIRST_PROBE; ; offset *= PROBES_GROW) {
            for (var id : ids) {
                try (var rows = reader.prepare(PROBE, id, from, to, offset).executeQuery()) {
                    if (!rows.next()) {
                        return id;
                    }
                }
            }
        }
    }

    private boolean visit(String sql, Object... arguments) throws SQLException {
        try (var found = reader.prepare(sql, arguments).executeQuery()) {
            var rows = new EventRows(reader, tagIds, found);
            while (rows.next()) {
                var name = rows.name();
                var tags = rows.tags();
                if (selection.matches(name, tags) && !visitor.visit(rows.position(), rows.event(name, tags))) {
                    return false;
                }
            }
            return true;
        }
    }
}
