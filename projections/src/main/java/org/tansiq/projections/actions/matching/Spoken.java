package org.tansiq.projections.actions.matching;

/** Names that are written in two alphabets. */
public final class Spoken {
    /** Two consonants are in many names. */
    private static final int SOUNDS_MIN = 3;

    private Spoken() {}

    /** Whether a folded Arabic name may be what somebody heard who wrote the folded other one, or the other way round. */
    public static boolean alike(String one, String other) {
        if (WordForms.isArabic(one) == WordForms.isArabic(other)) {
            return false;
        }
        for (var sounds : Sounds.readings(one)) {
            for (var others : Sounds.readings(other)) {
                if (sounds.length() >= SOUNDS_MIN && sounds.equals(others)) {
                    return true;
                }
            }
        }
        return false;
    }
}
