package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * The changes after a position, told so that nothing {@link Belated} is missed. Rows that came to be seen late bear a
 * position that a reader may have passed before; they are told once more, as if they had been set where the reader has
 * not been yet.
 */
public final class Changes {
    public static final Comparator<StoredRow> ORDER =
            Comparator.comparingLong(StoredRow::position).thenComparing(StoredRow::id, IdOrder.INSTANCE);

    private final Serving serving;
    private final long after;

    public Changes(Serving serving, long after) {
        this.serving = serving;
        this.after = after;
    }

    /**
     * @param later what was set after the position, in order, cut at the limit
     * @param at what was set at a position
     */
    public List<StoredRow> told(int limit, Function<Integer, List<StoredRow>> later, LongFunction<List<StoredRow>> at) {
        var rows = later.apply(limit);
        var missed = missed();
        if (missed.isEmpty()) {
            return rows;
        }
        var tellAt = tellAt(missed);
        if (rows.size() >= limit && rows.getLast().position() < tellAt) {
            return rows;
        }
        var all = new ArrayList<>(rows);
        for (var numbered : missed.stream().map(Belated::numbered).collect(Collectors.toSet())) {
            at.apply(numbered).forEach(row -> all.add(row.at(tellAt)));
        }
        all.sort(ORDER);
        return all;
    }

    /** One who stands exactly where late rows came in hears of them with the event after that, which is news either way. */
    private Set<Belated> missed() {
        return serving.belated().stream()
                .filter(late -> late.numbered() <= after
                        && (after < late.seen()
                                || (after == late.seen() && serving.progress().next() > late.seen() + 1)))
                .collect(Collectors.toSet());
    }

    private long tellAt(Set<Belated> missed) {
        return missed.stream().anyMatch(late -> after < late.seen())
                ? missed.stream().mapToLong(Belated::seen).max().orElseThrow()
                : after + 1;
    }
}
