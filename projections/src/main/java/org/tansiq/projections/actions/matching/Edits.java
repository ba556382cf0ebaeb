package org.tansiq.projections.actions.matching;

/** How many typing errors lie between two words: a letter missing, added, wrong, or two neighbours exchanged. */
public final class Edits {
    private Edits() {}

    public static boolean within(int most, String one, String other) {
        return Math.abs(one.length() - other.length()) <= most && between(one, other) <= most;
    }

    /** Whether two neighbours changed places and nothing else is wrong. */
    static boolean exchanged(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.length() == other.length()
                && at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.startsWith(other.substring(at + 2), at + 2);
    }

    /** By the optimal string alignment distance. */
    public static int between(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
