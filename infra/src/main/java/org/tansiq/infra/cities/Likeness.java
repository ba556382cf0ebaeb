package org.tansiq.infra.cities;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds the names most like a given one. Only names that share pairs of letters with it are compared in full, so that a
 * sheet of many unknown names stays quick.
 */
final class Likeness {
    /** How many of the names that share the most pairs are compared in full. */
    private static final int COMPARED_MAX = 200;

    /** Pairs of letters fall into so many drawers. Two pairs in one drawer only let a name in that is then found unlike. */
    private static final int DRAWERS = 1 << 14;

    private static final int PAIRS_MAX = Byte.MAX_VALUE;

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private final NameIndex names;
    /** Where each drawer begins in {@link #entries}, and where the last ends. */
    private final int[] begins = new int[DRAWERS + 1];

    private final int[] entries;

    /** A city and how much one of its names is like the one asked for: 1 is the same. */
    record Alike(int city, double score) {}

    Likeness(NameIndex names) {
        this.names = names;
        for (var entry = 0; entry < names.size(); entry++) {
            var name = names.name(entry);
            for (var pair = 0; pair < pairs(name); pair++) {
                begins[drawer(name, pair) + 1]++;
            }
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        entries = new int[begins[DRAWERS]];
        var filled = begins.clone();
        for (var entry = 0; entry < names.size(); entry++) {
            var name = names.name(entry);
            for (var pair = 0; pair < pairs(name); pair++) {
                entries[filled[drawer(name, pair)]++] = entry;
            }
        }
    }

    /** One for each name that is near enough, in no order; a city comes more than once if several of its names are near. */
    Stream<Alike> to(String name, IntPredicate cities, double scoreMin) {
        var shared = new int[names.size()];
        for (var pair = 0; pair < pairs(name); pair++) {
            var drawer = drawer(name, pair);
            for (var i = begins[drawer]; i < begins[drawer + 1]; i++) {
                shared[entries[i]]++;
            }
        }
        return mostShared(shared, name.length(), cities)
                .mapToObj(entry -> new Alike(names.city(entry), SIMILARITY.apply(name, names.name(entry))))
                .filter(alike -> alike.score() >= scoreMin);
    }

    /** By the share of pairs in common (Dice), best first. */
    private IntStream mostShared(int[] shared, int length, IntPredicate cities) {
        var ranked = IntStream.range(0, shared.length)
                .filter(entry -> shared[entry] > 0 && cities.test(names.city(entry)))
                .mapToLong(entry -> {
                    var dice = 1_000_000L
                            * shared[entry]
                            / (length + names.name(entry).length());
                    return -dice << 32 | entry;
                })
                .toArray();
        Arrays.sort(ranked);
        return Arrays.stream(ranked).limit(COMPARED_MAX).mapToInt(rank -> (int) rank);
    }

    /** How many pairs a name has: each letter with the one before it, the first with nothing. */
    private static int pairs(String name) {
        return Math.min(name.length(), PAIRS_MAX);
    }

    private static int drawer(String name, int pair) {
        var before = pair == 0 ? 0 : name.charAt(pair - 1);
        return (before * 127 + name.charAt(pair)) & (DRAWERS - 1);
    }
}
