package org.tansiq.projections.actions.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tansiq.domain.actions.Coordinates;

/**
 * Where places of a town are, as those who gave coordinates said: two names that nobody can translate are of one place if
 * both have been given with the same coordinates. For one thread at a time.
 */
final class VenueBook {
    /** A name whose places lie further apart is the name of several. */
    private static final double SPREAD_METRES_MAX = 300;

    /** So many are enough to know it. */
    private static final int KNOWN_BY_MAX = 32;

    private static final double SURE_MIN = 0.75;

    private final Map<String, Map<String, Entry>> byTown = new HashMap<>();
    private final Map<String, Map<String, Optional<Coordinates>>> found = new HashMap<>();

    /** By the id of the action that says so, for the order in which they came does not count. */
    private record Entry(VenueName name, TreeMap<String, Coordinates> said) {
        Optional<Coordinates> place() {
            var known = said.values().stream().limit(KNOWN_BY_MAX).toList();
            var middle = new Coordinates(
                    known.stream().mapToDouble(Coordinates::latitude).average().orElse(0),
                    known.stream().mapToDouble(Coordinates::longitude).average().orElse(0));
            return !known.isEmpty() && known.stream().allMatch(at -> Distance.metres(at, middle) <= SPREAD_METRES_MAX)
                    ? Optional.of(middle)
                    : Optional.empty();
        }
    }

    void add(Known known) {
        if (known.at() == null || known.venueNames().isEmpty()) {
            return;
        }
        found.remove(known.town().id());
        var entries = byTown.computeIfAbsent(known.town().id(), town -> new TreeMap<>());
        for (var name : known.venueNames()) {
            entries.computeIfAbsent(name.folded(), folded -> new Entry(name, new TreeMap<>()))
                    .said()
                    .put(known.id(), known.requiredAt());
        }
    }

    void remove(Known known) {
        var entries = byTown.get(known.town().id());
        if (entries == null || known.at() == null) {
            return;
        }
        found.remove(known.town().id());
        for (var name : known.venueNames()) {
            entries.computeIfPresent(name.folded(), (folded, entry) -> {
                entry.said().remove(known.id());
                return entry.said().isEmpty() ? null : entry;
            });
        }
    }

    /** Where it is by its names, if others with such a name said so. */
    Optional<Coordinates> where(Known known) {
        for (var name : known.venueNames()) {
            var place = found.computeIfAbsent(known.town().id(), town -> new HashMap<>())
                    .computeIfAbsent(
                            name.folded(), folded -> search(known.town().id(), name));
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Optional<Coordinates> search(String town, VenueName name) {
        var entries = byTown.getOrDefault(town, Map.of());
        var own = entries.get(name.folded());
        if (own != null) {
            return own.place();
        }
        Optional<Coordinates> best = Optional.empty();
        var sure = SURE_MIN;
        for (var entry : entries.values()) {
            var likeness = NameLikeness.of(entry.name(), name);
            if (likeness.verdict() == Naming.Verdict.SAME && likeness.sure() > sure) {
                sure = likeness.sure();
                best = entry.place();
            }
        }
        return best;
    }
}
