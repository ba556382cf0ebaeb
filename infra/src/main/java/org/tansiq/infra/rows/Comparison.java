package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a generation that differ from those that its readers know, a page at a time. Each of them gets one
 * position, so that who has read changes up to anywhere is told of it when this generation serves. What both generations
 * were given by the same events since is compared as it comes, and needs no second look.
 */
final class Comparison {
    private static final int PAGE_ROWS = 1_000;

    private final RowReader known;
    private final RowReader built;
    private final List<String> views;
    private final long numbered;
    private int view;
    private @Nullable String after;

    /**
     * @param known what readers have seen
     * @param numbered the position for what differs: one that both have reached
     */
    Comparison(RowReader known, RowReader built, List<String> views, long numbered) {
        this.known = known;
        this.built = built;
        this.views = List.copyOf(views);
        this.numbered = numbered;
    }

    long numbered() {
        return numbered;
    }

    boolean isDone() {
        return view == views.size();
    }

    /** The rows to put into the built generation so that it tells of what differs on the next page. */
    List<StoredRow> next() {
        var name = views.get(view);
        var old = known.page(name, after, PAGE_ROWS);
        var fresh = built.page(name, after, PAGE_ROWS);
        var until = until(old, fresh);
        var differing = new ArrayList<StoredRow>();
        pairs(old, fresh).forEach((id, pair) -> {
            if (until == null || IdOrder.INSTANCE.compare(id, until) <= 0) {
                pair.differing(numbered, differing::add);
            }
        });
        after = until;
        if (until == null) {
            view++;
        }
        return differing;
    }

    /** What the same events have set in both, as it has to be put into the built generation. */
    List<StoredRow> sinceThen(List<StoredRow> old, List<StoredRow> fresh) {
        var rows = new ArrayList<StoredRow>();
        for (var each : views) {
            pairs(of(each, old), of(each, fresh)).forEach((id, pair) -> {
                if (pair.old == null) {
                    pair.old = stored(known, each, id);
                } else if (pair.fresh == null) {
                    pair.fresh = stored(built, each, id);
                }
                pair.put(numbered, rows::add);
            });
        }
        return rows;
    }

    private static @Nullable StoredRow stored(RowReader reader, String view, String id) {
        return reader.get(view, id).orElse(null);
    }

    /** The last id up to which both pages are whole; nothing if they are to the end. */
    private static @Nullable String until(List<StoredRow> old, List<StoredRow> fresh) {
        var oldEnd = old.size() < PAGE_ROWS ? null : old.getLast().id();
        var freshEnd = fresh.size() < PAGE_ROWS ? null : fresh.getLast().id();
        if (oldEnd == null || freshEnd == null) {
            return oldEnd == null ? freshEnd : oldEnd;
        }
        return IdOrder.INSTANCE.compare(oldEnd, freshEnd) <= 0 ? oldEnd : freshEnd;
    }

    private static List<StoredRow> of(String view, List<StoredRow> rows) {
        return rows.stream().filter(row -> row.view().equals(view)).toList();
    }

    private static Map<String, Pair> pairs(List<StoredRow> old, List<StoredRow> fresh) {
        var pairs = new TreeMap<String, Pair>(IdOrder.INSTANCE);
        old.forEach(row -> pairs.computeIfAbsent(row.id(), id -> new Pair()).old = row);
        fresh.forEach(row -> pairs.computeIfAbsent(row.id(), id -> new Pair()).fresh = row);
        return pairs;
    }

    /** The same row in both; nothing where it never was, or, of single rows, where it is no more. */
    private static final class Pair {
        private @Nullable StoredRow old;
        private @Nullable StoredRow fresh;

        /** Whether who has read up to anywhere knows the row as it was built, or is told of it by its position. */
        private boolean isTold() {
            var was = old;
            var is = fresh;
            if (was == null || is == null) {
                return was == null && (is == null || is.removed());
            }
            return is.sameAs(was) && is.position() >= was.position();
        }

        private void differing(long numbered, Consumer<StoredRow> rows) {
            if (!isTold()) {
                put(numbered, rows);
            }
        }

        private void put(long numbered, Consumer<StoredRow> rows) {
            var was = old;
            var is = fresh;
            if (is != null) {
                rows.accept(isTold() ? is : is.at(numbered));
            } else if (was != null) {
                rows.accept(was.removedAt(numbered));
            }
        }
    }
}
