package org.tansiq.infra.rows;

import java.util.Collection;
import java.util.List;

/**
 * A row as it is kept. One that was removed stays as a mark, so that those who were away hear of it.
 *
 * @param position of the event that set or removed it
 * @param keys in order; a removed row's are those that it had last
 * @param json the row, empty for one that was removed
 */
public record StoredRow(String view, String id, long position, boolean removed, List<String> keys, String json) {
    /** In UTF-16 units: in any script it fits into one document of MongoDB. */
    public static final int JSON_LENGTH_MAX = 4 << 20;

    public StoredRow {
        keys = List.copyOf(keys);
    }

    public static StoredRow put(String view, String id, long position, Collection<String> keys, String json) {
        return new StoredRow(
                view, id, position, false, keys.stream().sorted().distinct().toList(), json);
    }

    /** Whether both say the same, whenever they came to say so. */
    boolean sameAs(StoredRow other) {
        return removed == other.removed && keys.equals(other.keys) && json.equals(other.json);
    }

    /** The same row, told in this JSON. */
    public StoredRow with(String told) {
        return new StoredRow(view, id, position, removed, keys, told);
    }

    StoredRow at(long other) {
        return new StoredRow(view, id, other, removed, keys, json);
    }

    /** The mark that this row leaves when an event removes it. */
    public StoredRow removedAt(long removal) {
        return new StoredRow(view, id, removal, true, keys, "");
    }
}
