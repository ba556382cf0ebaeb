package org.tansiq.projections.actions.matching;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two names are names of one place: sets of words first, and typing errors only word by word. */
final class NameLikeness {
    /** Of the shorter name, how much must be in the longer. */
    private static final double CONTAINED_MIN = 0.7;

    /** Of both names, how much they must share. */
    private static final double SHARED_MIN = 0.3;

    /** Of these a city has one, so that the word alone says which. */
    private static final Set<String> ONE_IN_A_CITY = Set.of(
            "mainstation",
            "airport",
            "parliament",
            "stateparliament",
            "federalbuilding",
            "townhall",
            "government",
            "governorate",
            "presidency",
            "foreignministry",
            "un",
            "unhcr",
            "cathedral",
            "castle",
            "stockexchange",
            "opera",
            "citycentre",
            "mainsquare",
            "eucommission",
            "eucouncil",
            "euparliament",
            "nato",
            "icc",
            "icj",
            "opcw",
            "arableague",
            "university",
            "court",
            "radio",
            "synagogue",
            "stadium",
            "redcross",
            "redcrescent");

    /** Of these there are so many that the word alone says nothing. */
    private static final Set<String> MANY_IN_A_CITY = Set.of(
            "square",
            "street",
            "roundabout",
            "park",
            "embassy",
            "consulate",
            "church",
            "school",
            "hotel",
            "cafe",
            "ministry",
            "hall",
            "centre",
            "camp",
            "bridge",
            "station");

    /** What stands on a square lends it its name. */
    private static final Set<String> STANDS_ON_A_SQUARE = Set.of(
            "mosque",
            "church",
            "cathedral",
            "castle",
            "gate",
            "tower",
            "monument",
            "fountain",
            "townhall",
            "opera",
            "theatre",
            "museum",
            "market",
            "parliament",
            "un",
            "roundabout",
            "citycentre",
            "mainsquare");

    /** What people call now this, now that. */
    private static final List<Set<String>> KINDRED = List.of(
            Set.of("church", "cathedral"),
            Set.of("station", "mainstation"),
            Set.of("park", "gardenshow"),
            Set.of("hall", "centre", "theatre"),
            Set.of("market", "market square", "hall"),
            Set.of("governorate", "government"));

    private static final List<Set<String>> PLAIN_STATIONS = List.of(Set.of("station"), Set.of("station", "rail"));

    private NameLikeness() {}

    static Naming of(VenueName one, VenueName other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Naming.VAGUE;
        }
        if (one.folded().equals(other.folded())) {
            return saysWhich(one.whole()) ? Naming.same(1) : Naming.same(0.6);
        }
        var mains = of(one.parts().getFirst(), other.parts().getFirst());
        if (mains.verdict() == Naming.Verdict.SAME || contradict(one.whole(), other.whole())) {
            return mains.verdict() == Naming.Verdict.SAME && !contradict(one.whole(), other.whole())
                    ? mains
                    : Naming.OTHER;
        }
        var best = mains;
        if (one.parts().size() > 1 || other.parts().size() > 1) {
            best = wholes(one, other).or(best);
            best = beside(one, other)
                    .or(beside(other, one))
                    .or(behind(one, other))
                    .or(best);
        }
        return best;
    }

    private static Naming wholes(VenueName one, VenueName other) {
        var whole = of(one.whole(), other.whole());
        return whole.verdict() == Naming.Verdict.SAME ? whole : Naming.UNLIKE;
    }

    /** The one is called after what stands behind the other's comma; that a street is there says too little. */
    private static Naming beside(VenueName one, VenueName other) {
        var best = Naming.UNLIKE;
        for (var part : other.parts().subList(1, other.parts().size())) {
            if (!part.kinds().contains("street") && !part.which().isEmpty()) {
                var found = of(one.parts().getFirst(), part);
                if (found.verdict() == Naming.Verdict.SAME) {
                    best = Naming.same(found.sure() * 0.85).or(best);
                }
            }
        }
        return best;
    }

    /** Both name a place behind their commas, and not only the district or street that many share. */
    private static Naming behind(VenueName one, VenueName other) {
        var best = Naming.UNLIKE;
        for (var part : named(one)) {
            for (var another : named(other)) {
                var found = of(part, another);
                if (found.verdict() == Naming.Verdict.SAME) {
                    best = Naming.same(found.sure() * 0.8).or(best);
                }
            }
        }
        return best;
    }

    private static List<Words> named(VenueName name) {
        return name.parts().subList(1, name.parts().size()).stream()
                .filter(part -> !part.which().isEmpty()
                        && !part.kinds().isEmpty()
                        && !part.kinds().contains("street"))
                .toList();
    }

    static Naming of(Words one, Words other) {
        if (one.squeezed().equals(other.squeezed())) {
            return Naming.same(saysWhich(one) ? 1 : 0.6);
        }
        if (contradict(one, other)) {
            return Naming.OTHER;
        }
        if (one.which().isEmpty() || other.which().isEmpty()) {
            return byKind(one, other);
        }
        var shared = Math.max(one.shared(other), other.shared(one));
        var least = Math.min(one.weight(), other.weight());
        var contained = shared / least;
        var jaccard = shared / (one.weight() + other.weight() - shared);
        if (contained >= CONTAINED_MIN && jaccard >= SHARED_MIN) {
            return kindsConflict(one, other) ? Naming.UNLIKE : Naming.same(Math.min(1, 0.4 + 0.6 * jaccard));
        }
        if (oneLetterApart(one, other) || (!kindsConflict(one, other) && one.soundsLike(other))) {
            return Naming.same(0.8);
        }
        return Naming.UNLIKE;
    }

    private static Naming byKind(Words one, Words other) {
        var common = new HashSet<>(one.kinds());
        common.retainAll(other.kinds());
        var single = !Collections.disjoint(common, ONE_IN_A_CITY);
        var both = one.which().isEmpty() && other.which().isEmpty();
        if (single) {
            return Naming.same(both ? 0.85 : 0.75);
        }
        if (both) {
            return common.isEmpty()
                    ? stations(one, other) ? Naming.VAGUE : Naming.UNLIKE
                    : one.kinds().equals(other.kinds()) && (common.size() > 1 || !MANY_IN_A_CITY.containsAll(common))
                            ? Naming.same(0.75)
                            : Naming.VAGUE;
        }
        var plain = one.which().isEmpty() ? one : other;
        var named = one.which().isEmpty() ? other : one;
        var fits = named.kinds().isEmpty()
                ? MANY_IN_A_CITY.containsAll(plain.kinds())
                : named.kinds().containsAll(plain.kinds());
        return fits && !saysWhich(plain) ? Naming.VAGUE : Naming.UNLIKE;
    }

    /** The station of a town that has but one is its central one. */
    private static boolean stations(Words one, Words other) {
        var main = Set.of("mainstation");
        return (one.kinds().equals(main) && PLAIN_STATIONS.contains(other.kinds()))
                || (other.kinds().equals(main) && PLAIN_STATIONS.contains(one.kinds()));
    }

    private static boolean saysWhich(Words words) {
        return !words.which().isEmpty() || !Collections.disjoint(words.kinds(), ONE_IN_A_CITY);
    }

    /** Two houses of the same sort, each of another country; or of one country, an embassy and a consulate. */
    private static boolean contradict(Words one, Words other) {
        var ones = countries(one);
        var others = countries(other);
        if (ones.isEmpty() || others.isEmpty() || !Collections.disjoint(ones, others)) {
            return false;
        }
        return !Collections.disjoint(one.kinds(), Words.OF_A_COUNTRY)
                && !Collections.disjoint(other.kinds(), Words.OF_A_COUNTRY);
    }

    private static Set<String> countries(Words words) {
        var countries = new HashSet<String>();
        for (var word : words.which()) {
            if (word.isCountry() && word.concept() != null) {
                countries.add(word.concept().id());
            }
        }
        return countries;
    }

    private static boolean kindsConflict(Words one, Words other) {
        if (one.kinds().isEmpty() || other.kinds().isEmpty() || !Collections.disjoint(one.kinds(), other.kinds())) {
            return false;
        }
        return !(standsOn(one, other) || standsOn(other, one) || kindred(one, other));
    }

    private static boolean kindred(Words one, Words other) {
        return KINDRED.stream()
                .anyMatch(kin -> !Collections.disjoint(kin, one.kinds()) && !Collections.disjoint(kin, other.kinds()));
    }

    private static boolean standsOn(Words square, Words thing) {
        return (square.kinds().contains("square") || square.kinds().contains("roundabout"))
                && !Collections.disjoint(thing.kinds(), STANDS_ON_A_SQUARE);
    }

    /** A space too few, a letter wrong in a word that is too short to allow for it. */
    private static boolean oneLetterApart(Words one, Words other) {
        return Math.min(one.squeezed().length(), other.squeezed().length()) >= 8
                && countries(one).isEmpty()
                && countries(other).isEmpty()
                && Edits.within(1, one.squeezed(), other.squeezed());
    }
}
