package org.tansiq.infra.cities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds the cities of a country whose names sound like one that somebody wrote by ear in another alphabet, each time with
 * other long vowels: لايبزيغ, لايبيزيغ. Between two Latin spellings only where those are by ear themselves, for a small
 * German town that is not known may well be called almost like a large one that is.
 */
final class BySound {
    private static final int CONSONANTS_MIN = 3;
    private static final LevenshteinDistance LEVENSHTEIN = LevenshteinDistance.getDefaultInstance();

    /** Names there are Arabic; in Latin letters each writes them in his own way. */
    private static final Set<String> ARABIC = Set.of(
            "SY", "LB", "JO", "PS", "IQ", "KW", "SA", "BH", "QA", "AE", "OM", "YE", "EG", "SD", "LY", "TN", "DZ", "MA",
            "MR", "EH", "SO", "DJ", "KM");

    private static final int LATIN_DISTANCE_MAX = 2;

    private final List<City> cities;
    private final List<Set<String>> names;
    private final NameIndex bySkeleton;

    /** @param distance of the sounds, 0 if each is the same */
    record Alike(List<City> nearest, List<City> next, int distance) {}

    /** @param names of each city, loose */
    BySound(List<City> cities, List<Set<String>> names) {
        this.cities = cities;
        this.names = names;
        var entries = new ArrayList<NameIndex.Entry>(2 * names.size());
        for (var number = 0; number < names.size(); number++) {
            var skeletons = new HashSet<String>();
            for (var name : names.get(number)) {
                for (var heard : Heard.readings(name, cities.get(number).country())) {
                    skeletons.add(Heard.skeleton(heard));
                }
            }
            for (var skeleton : skeletons) {
                if (skeleton.length() >= CONSONANTS_MIN) {
                    entries.add(new NameIndex.Entry(skeleton, number));
                }
            }
        }
        bySkeleton = new NameIndex(entries);
    }

    /** Those whose name sounds most like it, and those that follow after one sound more; the largest first. */
    Alike to(String loose, IntPredicate where, String country) {
        var asked = Heard.readings(loose, country);
        var numbers = new TreeSet<Integer>();
        for (var heard : asked) {
            var skeleton = Heard.skeleton(heard);
            if (skeleton.length() >= CONSONANTS_MIN) {
                bySkeleton.named(skeleton).filter(where).forEach(numbers::add);
            }
        }
        var distances = numbers.stream()
                .mapToInt(number -> distance(asked, Heard.isArabic(loose), number, country))
                .toArray();
        var least = IntStream.of(distances).min().orElse(Integer.MAX_VALUE);
        var nearest = new ArrayList<City>();
        var next = new ArrayList<City>();
        var at = 0;
        for (var number : numbers) {
            var distance = distances[at++];
            if (distance != Integer.MAX_VALUE && distance <= least + 1) {
                (distance == least ? nearest : next).add(cities.get(number));
            }
        }
        return new Alike(nearest, next, least);
    }

    private int distance(Set<String> asked, boolean arabic, int number, String country) {
        var least = Integer.MAX_VALUE;
        for (var name : names.get(number)) {
            var bothLatin = !arabic && !Heard.isArabic(name);
            if (!arabic && !ARABIC.contains(country)) {
                continue;
            }
            for (var heard : Heard.readings(name, cities.get(number).country())) {
                for (var wanted : asked) {
                    if (Heard.skeleton(heard).equals(Heard.skeleton(wanted))
                            && Heard.beginsWithVowel(heard) == Heard.beginsWithVowel(wanted)) {
                        var distance = LEVENSHTEIN.apply(heard, wanted);
                        if (!bothLatin || distance <= LATIN_DISTANCE_MAX) {
                            least = Math.min(least, distance);
                        }
                    }
                }
            }
        }
        return least;
    }
}
