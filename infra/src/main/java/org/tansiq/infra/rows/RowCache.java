package org.tansiq.infra.rows;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.projections.shared.Row;

/**
 * What one projection's fold knows of the stored rows of one generation from the batches before, decoded; it is never wrong
 * and need not be complete. It is thrown away when a write failed, and whoever gives rows another content than the next
 * batch does {@linkplain #clear() empties} it.
 *
 * <p>Rows that are built from the beginning were all written through here, so it also knows what was never there: most of
 * what a rebuild asks for. For one thread at a time.
 */
final class RowCache {
    /** Characters of JSON: about 40 MB of decoded rows. */
    private static final long LENGTH_MAX = 8 << 20;
    /** What the row costs besides, in the same unit. */
    private static final int ROW_OVERHEAD = 100;

    private static final int KEYS_MAX = 50_000;
    private static final int ROWS_OF_KEY_MAX = 500;

    /** Where there is no row. */
    static final Known NOTHING = new Known(null, Set.of(), 0);

    private final Map<BatchRows.Place, Known> rows = new LinkedHashMap<>(16, 0.75f, true);
    /** Ids of all rows with a key, and perhaps of some that have lost it. */
    private final Map<BatchRows.Place, Set<String>> keyed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<BatchRows.Place, Set<String>> eldest) {
            return size() > KEYS_MAX;
        }
    };

    private long length;
    private @Nullable SeenPlaces everWritten;

    private RowCache(@Nullable SeenPlaces everWritten) {
        this.everWritten = everWritten;
    }

    /** Of rows of which nothing is known. */
    static RowCache unknowing() {
        return new RowCache(null);
    }

    /** Of rows that are yet to be written, all of them through here. */
    static RowCache ofNoRows() {
        return new RowCache(new SeenPlaces());
    }

    /**
     * A stored row.
     *
     * @param row nothing where there is none
     * @param keys as they are stored
     */
    record Known(@Nullable Row row, Set<String> keys, int length) {
        Row present() {
            return requireNonNull(row);
        }

        String id() {
            return present().id();
        }
    }

    /** Rows have been written otherwise. */
    void clear() {
        rows.clear();
        keyed.clear();
        length = 0;
        everWritten = null;
    }

    /** What is stored there, {@link #NOTHING} included, if that is known. */
    @Nullable
    Known row(BatchRows.Place place) {
        var known = rows.get(place);
        return known == null && neverWritten(place) ? NOTHING : known;
    }

    /** All stored rows with this key, if they are known. */
    @Nullable
    List<Known> keyed(BatchRows.Place key) {
        var ids = keyed.get(key);
        if (ids == null) {
            return neverWritten(key) ? List.of() : null;
        }
        var found = new ArrayList<Known>(ids.size());
        for (Iterator<String> each = ids.iterator(); each.hasNext(); ) {
            var known = rows.get(new BatchRows.Place(key.view(), each.next()));
            if (known == null) {
                keyed.remove(key);
                return null;
            }
            if (known.keys().contains(key.id())) {
                found.add(known);
            } else {
                each.remove();
            }
        }
        return found;
    }

    /** Remembers what the store has answered. */
    Known read(BatchRows.Place place, Known known) {
        put(place, known);
        return known;
    }

    void read(BatchRows.Place key, List<Known> found) {
        if (found.size() <= ROWS_OF_KEY_MAX) {
            var ids = new HashSet<String>();
            found.forEach(known -> ids.add(known.id()));
            keyed.put(key, ids);
        }
    }

    /** Remembers what has been stored. */
    void wrote(BatchRows.Place place, @Nullable Row row, StoredRow stored) {
        put(
                place,
                row == null
                        ? NOTHING
                        : new Known(
                                row, Set.copyOf(stored.keys()), stored.json().length()));
        if (everWritten != null) {
            everWritten.add(place);
        }
        if (row == null) {
            return;
        }
        for (var key : stored.keys()) {
            var at = new BatchRows.Place(place.view(), key);
            var ids = keyed.get(at);
            if (ids == null && neverWritten(at)) {
                ids = new HashSet<>();
                keyed.put(at, ids);
            }
            if (ids != null) {
                ids.add(place.id());
                if (ids.size() > ROWS_OF_KEY_MAX) {
                    keyed.remove(at);
                }
            }
            if (everWritten != null) {
                everWritten.add(at);
            }
        }
    }

    private boolean neverWritten(BatchRows.Place place) {
        return everWritten != null && !everWritten.mayContain(place);
    }

    private void put(BatchRows.Place place, Known known) {
        var before = rows.put(place, known);
        length += known.length() - (before == null ? -ROW_OVERHEAD : before.length());
        var eldest = rows.entrySet().iterator();
        while (length > LENGTH_MAX && rows.size() > 1) {
            length -= eldest.next().getValue().length() + ROW_OVERHEAD;
            eldest.remove();
        }
    }
}
