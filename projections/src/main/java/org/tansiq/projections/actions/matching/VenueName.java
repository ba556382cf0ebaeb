package org.tansiq.projections.actions.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tansiq.domain.shared.Folding;

/**
 * What a venue is called in one language: first what it is, behind commas and dashes what is near it or how else it is called.
 *
 * @param folded the whole name
 * @param parts as they are written, none of them empty; there is at least one
 * @param whole all parts together
 */
record VenueName(String folded, List<Words> parts, Words whole) {
    private static final Pattern PARTS = Pattern.compile("[,،;؛/|()\\[\\]:]|\\s[-–—−]+\\s|[–—]");

    /** What people write who do not know yet. */
    private static final Set<String> UNDECIDED = Set.of(
            "tba",
            "tbd",
            "tbc",
            "na",
            "n a",
            "none",
            "unknown",
            "to be announced",
            "to be confirmed",
            "to be decided",
            "not yet known",
            "not decided",
            "يحدد لاحقا",
            "سيحدد لاحقا",
            "تحدد لاحقا",
            "غير محدد",
            "لم يحدد",
            "لم يحدد بعد",
            "يعلن لاحقا",
            "يعلن عنه لاحقا",
            "سيعلن لاحقا",
            "سيعلن عنه لاحقا",
            "غير معروف",
            "belirlenecek",
            "belli degil",
            "duyurulacak",
            "daha sonra duyurulacak",
            "sonra aciklanacak",
            "noch offen",
            "offen",
            "unbekannt",
            "wird noch bekannt gegeben",
            "wird bekannt gegeben",
            "a confirmer",
            "a preciser",
            "a definir",
            "a determiner",
            "inconnu");

    /** A country has these in its own capital, so its name adds nothing there. */
    private static final Set<String> OF_THE_COUNTRY =
            Set.of("parliament", "government", "presidency", "foreignministry");

    /** A name that says nothing has no parts. */
    static VenueName of(String name, Set<String> silent, String country) {
        var folded = Folding.fold(name);
        var parts = new ArrayList<Words>();
        var whole = Words.of("", silent);
        if (!UNDECIDED.contains(folded)) {
            for (var part : PARTS.splitAsStream(name).toList()) {
                var read = Words.of(part, silent);
                var words = Collections.disjoint(read.kinds(), OF_THE_COUNTRY) ? read : read.without(country);
                if (!words.isEmpty()) {
                    parts.add(words);
                    whole = whole.and(words);
                }
            }
        }
        return new VenueName(folded, List.copyOf(parts), whole);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }
}
