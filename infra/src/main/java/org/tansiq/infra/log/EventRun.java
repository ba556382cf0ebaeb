package org.tansiq.infra.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** Adjoining events in memory, from floor to head, found by tag and type. Not safe for several threads. */
final class EventRun {
    private final Map<Tag, Postings> byTag = new HashMap<>();
    private final Map<String, Postings> byName = new HashMap<>();
    private @Nullable Held[] ring = new @Nullable Held[64];
    private long floor;
    private long head;

    EventRun(long start) {
        floor = start;
        head = start;
    }

    long floor() {
        return floor;
    }

    long head() {
        return head;
    }

    void add(Held held) {
        if (held.position() != head) {
            throw new IllegalStateException("Expected position " + head + " and not " + held.position());
        }
        if (head - floor == ring.length) {
            grow();
        }
        ring[slot(head)] = held;
        for (var tag : held.event().tags()) {
            byTag.computeIfAbsent(tag, any -> new Postings()).add(head);
        }
        byName.computeIfAbsent(held.event().name(), any -> new Postings()).add(head);
        head++;
    }

    Held removeFirst() {
        var held = get(floor);
        ring[slot(floor)] = null;
        for (var tag : held.event().tags()) {
            byTag.computeIfPresent(tag, EventRun::withoutFirst);
        }
        byName.computeIfPresent(held.event().name(), EventRun::withoutFirst);
        floor++;
        return held;
    }

    private static <K> @Nullable Postings withoutFirst(K any, Postings postings) {
        postings.removeFirst();
        return postings.isEmpty() ? null : postings;
    }

    Held get(long position) {
        var held = position < floor || position >= head ? null : ring[slot(position)];
        if (held == null) {
            throw new IllegalStateException("Position " + position + " is not between " + floor + " and " + head);
        }
        return held;
    }

    /** The first event from {@code from} on that is selected. */
    Optional<StoredEvent> first(Selection selection, long from) {
        var found = new AtomicReference<StoredEvent>();
        visit(selection, from, head, held -> {
            found.set(held.event());
            return false;
        });
        return Optional.ofNullable(found.get());
    }

    /**
     * Visits in order what is selected from {@code from} to before {@code to}, as far as it is here.
     *
     * @param visitor says whether to go on
     * @return whether the visitor never said stop
     */
    boolean visit(Selection selection, long from, long to, Predicate<Held> visitor) {
        var start = Math.max(from, floor);
        var end = Math.min(to, head);
        if (start >= end) {
            return true;
        }
        if (!selection.isByTag()) {
            return scan(selection, start, end, visitor);
        }
        if (selection.criteria().size() == 1) {
            return visit(selection.criteria().getFirst(), start, end, visitor);
        }
        var positions = new TreeSet<Long>();
        for (var criterion : selection.criteria()) {
            visit(criterion, start, end, held -> {
                positions.add(held.position());
                return true;
            });
        }
        for (var position : positions) {
            if (!visitor.test(get(position))) {
                return false;
            }
        }
        return true;
    }

    private boolean scan(Selection selection, long start, long end, Predicate<Held> visitor) {
        for (var position = start; position < end; position++) {
            var held = get(position);
            if (selection.matches(held.event()) && !visitor.test(held)) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(EventCriterion criterion, long start, long end, Predicate<Held> visitor) {
        var rarest = rarest(criterion);
        if (rarest == null) {
            return true;
        }
        for (var i = rarest.indexFrom(start); i < rarest.size() && rarest.at(i) < end; i++) {
            var held = get(rarest.at(i));
            if (criterion.matches(held.event().qualifiedName(), held.event().tags()) && !visitor.test(held)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The shortest list among the criterion's tags and its type, if it names one alone: thousands of cities bear the tag of
     * the call that they answer. Nothing if one of them is not here at all.
     */
    private @Nullable Postings rarest(EventCriterion criterion) {
        var lists = new ArrayList<@Nullable Postings>();
        criterion.tags().forEach(tag -> lists.add(byTag.get(tag)));
        if (criterion.types().size() == 1) {
            lists.add(byName.get(criterion.types().iterator().next().name()));
        }
        Postings rarest = null;
        for (var postings : lists) {
            if (postings == null) {
                return null;
            }
            if (rarest == null || postings.size() < rarest.size()) {
                rarest = postings;
            }
        }
        return rarest;
    }

    private int slot(long position) {
        return (int) (position & (ring.length - 1));
    }

    private void grow() {
        var roomier = new @Nullable Held[ring.length * 2];
        for (var position = floor; position < head; position++) {
            roomier[(int) (position & (roomier.length - 1))] = ring[slot(position)];
        }
        ring = roomier;
    }
}
