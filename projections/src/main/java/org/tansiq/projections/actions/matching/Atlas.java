package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Folding;

/** Well-known places of large cities and what they are called; what a name lacks or misspells is allowed for. */
final class Atlas {
    private static final Pattern BAR = Pattern.compile("\\|");

    /** A name that is less like one of the place's is not taken for it. */
    private static final double SURE_MIN = 0.7;

    private static final int ASKED_MAX = 10_000;

    static final Atlas BUILT_IN = new Atlas(Tables.lines("places.txt"));

    /** By the folded name of the city: the line of each place and its names. */
    private final Map<String, Map<Integer, List<String>>> byCity = new HashMap<>();

    private final Map<Key, List<Place>> read = new ConcurrentHashMap<>();

    /** The same few names are asked for again and again. */
    private final Map<Question, Optional<Integer>> asked = new ConcurrentHashMap<>();

    private record Question(String town, List<String> names) {}

    private record Key(String city, String country) {}

    private record Place(int line, List<VenueName> names) {
        boolean isCalled(VenueName name) {
            return names.stream().anyMatch(known -> known.folded().equals(name.folded()));
        }

        double likeness(VenueName name) {
            var best = 0.0;
            for (var known : names) {
                var naming = NameLikeness.of(known, name);
                if (naming.verdict() == Naming.Verdict.SAME) {
                    best = Math.max(best, naming.sure());
                }
            }
            return best;
        }
    }

    Atlas(List<String> lines) {
        for (var line = 0; line < lines.size(); line++) {
            var colon = lines.get(line).indexOf(':');
            byCity.computeIfAbsent(Folding.fold(lines.get(line).substring(0, colon)), city -> new HashMap<>())
                    .put(
                            line,
                            BAR.splitAsStream(lines.get(line).substring(colon + 1))
                                    .map(String::strip)
                                    .toList());
        }
    }

    /** A number that stands for the place that the names are of; null if none is known or several might be meant. */
    @Nullable
    Integer placeOf(Town town, List<VenueName> names) {
        if (names.isEmpty()) {
            return null;
        }
        var places = town.names().stream()
                .map(Folding::fold)
                .distinct()
                .flatMap(city -> places(city, town.country()).stream())
                .toList();
        if (places.isEmpty()) {
            return null;
        }
        if (asked.size() >= ASKED_MAX) {
            asked.clear();
        }
        return asked.computeIfAbsent(
                        new Question(
                                town.id(), names.stream().map(VenueName::folded).toList()),
                        question -> Optional.ofNullable(place(places, names)))
                .orElse(null);
    }

    private List<Place> places(String city, String country) {
        var lines = byCity.get(city);
        return lines == null
                ? List.of()
                : read.computeIfAbsent(
                        new Key(city, country),
                        key -> lines.entrySet().stream()
                                .map(entry -> new Place(
                                        entry.getKey(),
                                        entry.getValue().stream()
                                                .map(name -> VenueName.of(name, Set.of(city), country))
                                                .filter(name -> !name.isEmpty())
                                                .toList()))
                                .toList());
    }

    private static @Nullable Integer place(List<Place> places, List<VenueName> names) {
        var called = places.stream()
                .filter(place -> names.stream().anyMatch(place::isCalled))
                .toList();
        if (!called.isEmpty()) {
            return called.size() == 1 ? called.getFirst().line() : null;
        }
        var best = SURE_MIN;
        var found = new ArrayList<Place>();
        for (var place : places) {
            var likeness = names.stream().mapToDouble(place::likeness).max().orElse(0);
            if (likeness > best) {
                found.clear();
            }
            if (likeness >= best) {
                best = likeness;
                found.add(place);
            }
        }
        return found.size() == 1 ? found.getFirst().line() : null;
    }
}
