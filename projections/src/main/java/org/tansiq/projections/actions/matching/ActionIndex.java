package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Actions, kept so that those near a new one in place and time are found without looking at the others: by town and by cell of
 * the map, each parted by the hours of the day. For one thread at a time.
 */
public final class ActionIndex {
    private static final long BUCKET_SECONDS = 6L * 60 * 60;

    /** 2.2 kilometres: more than {@link Matcher#CITIES_TOUCH_METRES}. */
    private static final Grid CELLS = new Grid(0.02);

    /** Some twenty kilometres: more than {@link Matcher#NEIGHBOUR_TOWNS_METRES}. */
    private static final Grid TOWNS = new Grid(0.2);

    private final Map<String, Known> byId = new HashMap<>();
    private final Map<String, Map<Long, Set<Known>>> byTown = new HashMap<>();
    private final Map<Long, Map<Long, Set<Known>>> byCell = new HashMap<>();
    private final Map<Long, Map<String, Town>> towns = new HashMap<>();
    private final VenueBook book = new VenueBook();

    /** @param id of the other action */
    public record Match(String id, Finding finding) {}

    /** @param one and {@code other}: ids in the order of the alphabet */
    public record Pair(String one, String other, Finding finding) {}

    /** Instead of what had its id. */
    public void put(Candidate candidate) {
        remove(candidate.id());
        var known = Known.of(candidate);
        byId.put(known.id(), known);
        var town = byTown.computeIfAbsent(known.town().id(), id -> new HashMap<>());
        buckets(
                known,
                bucket -> town.computeIfAbsent(bucket, at -> new LinkedHashSet<>())
                        .add(known));
        if (known.at() != null) {
            var cell = byCell.computeIfAbsent(CELLS.cell(known.requiredAt()), key -> new HashMap<>());
            buckets(
                    known,
                    bucket -> cell.computeIfAbsent(bucket, at -> new LinkedHashSet<>())
                            .add(known));
        }
        var middle = known.town().middle();
        if (middle != null) {
            towns.computeIfAbsent(TOWNS.cell(middle), cell -> new HashMap<>())
                    .putIfAbsent(known.town().id(), known.town());
        }
        book.add(known);
    }

    public void remove(String id) {
        var known = byId.remove(id);
        if (known == null) {
            return;
        }
        buckets(known, bucket -> drop(byTown, known.town().id(), bucket, known));
        if (known.at() != null) {
            var cell = CELLS.cell(known.requiredAt());
            buckets(known, bucket -> drop(byCell, cell, bucket, known));
        }
        book.remove(known);
    }

    private static <K> void drop(Map<K, Map<Long, Set<Known>>> from, K key, long bucket, Known known) {
        from.computeIfPresent(key, (same, buckets) -> {
            buckets.computeIfPresent(bucket, (at, all) -> {
                all.remove(known);
                return all.isEmpty() ? null : all;
            });
            return buckets.isEmpty() ? null : buckets;
        });
    }

    /** What the candidate would be the same as or overlap with, whether it is in here or not; strongest first. */
    public List<Match> findings(Candidate candidate) {
        var known = byId.get(candidate.id());
        return findings(known != null && known.candidate().equals(candidate) ? known : Known.of(candidate));
    }

    private List<Match> findings(Known known) {
        var matches = new ArrayList<Match>();
        for (var other : near(known)) {
            Matcher.between(known, other, book).ifPresent(finding -> matches.add(new Match(other.id(), finding)));
        }
        matches.sort(Comparator.comparingDouble((Match match) -> match.finding().score())
                .reversed()
                .thenComparing(Match::id));
        return List.copyOf(matches);
    }

    /** All that are in here against each other; strongest first, and the same whatever the order they came in. */
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var known : byId.values()) {
            for (var other : near(known)) {
                if (known.id().compareTo(other.id()) < 0) {
                    Matcher.between(known, other, book)
                            .ifPresent(finding -> pairs.add(new Pair(known.id(), other.id(), finding)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> pair.finding().score())
                .reversed()
                .thenComparing(Pair::one)
                .thenComparing(Pair::other));
        return List.copyOf(pairs);
    }

    private Set<Known> near(Known known) {
        var near = new HashSet<Known>();
        collect(byTown.get(known.town().id()), known, near);
        var middle = known.town().middle();
        if (middle != null) {
            for (var cell : TOWNS.around(middle)) {
                towns.getOrDefault(cell, Map.of()).keySet().forEach(town -> collect(byTown.get(town), known, near));
            }
        }
        if (known.at() != null) {
            CELLS.around(known.requiredAt()).forEach(cell -> collect(byCell.get(cell), known, near));
        }
        return near;
    }

    private static void collect(
            @org.jspecify.annotations.Nullable Map<Long, Set<Known>> buckets, Known known, Set<Known> near) {
        if (buckets != null) {
            buckets(
                    known,
                    bucket -> buckets.getOrDefault(bucket, Set.of()).stream()
                            .filter(known::overlaps)
                            .forEach(near::add));
        }
    }

    private static void buckets(Known known, Consumer<Long> each) {
        var first = Math.floorDiv(known.candidate().from().getEpochSecond(), BUCKET_SECONDS);
        var last = Math.floorDiv(known.candidate().until().getEpochSecond(), BUCKET_SECONDS);
        for (var bucket = first; bucket <= last; bucket++) {
            each.accept(bucket);
        }
    }
}
