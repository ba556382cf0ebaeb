package org.tansiq.infra.cities;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Names in order, each with the number of the city that has it. Cities are numbered from the largest to the smallest. */
final class NameIndex {
    /** That {@code city} is called {@code name}. */
    record Entry(String name, int city) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            var byName = name.compareTo(other.name);
            return byName != 0 ? byName : Integer.compare(city, other.city);
        }
    }

    private final String[] names;
    private final int[] cities;

    NameIndex(List<Entry> entries) {
        var sorted = entries.toArray(Entry[]::new);
        Arrays.sort(sorted);
        names = new String[sorted.length];
        cities = new int[sorted.length];
        for (var entry = 0; entry < sorted.length; entry++) {
            names[entry] = sorted[entry].name();
            cities[entry] = sorted[entry].city();
        }
    }

    int size() {
        return names.length;
    }

    String name(int entry) {
        return names[entry];
    }

    int city(int entry) {
        return cities[entry];
    }

    /** The cities of exactly that name, the largest first. */
    IntStream named(String name) {
        return IntStream.range(firstNotBefore(name), names.length)
                .takeWhile(entry -> names[entry].equals(name))
                .map(entry -> cities[entry])
                .distinct();
    }

    /** The cities with a name that begins so, the largest first. */
    IntStream startingWith(String prefix) {
        var found = new BitSet();
        for (var entry = firstNotBefore(prefix); entry < names.length && names[entry].startsWith(prefix); entry++) {
            found.set(cities[entry]);
        }
        return found.stream();
    }

    private int firstNotBefore(String name) {
        var low = 0;
        var high = names.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (names[middle].compareTo(name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
