package org.tansiq.domain.shared;

/** Which characters a text may have. What nobody can see or write again would only be there to deceive. */
final class Characters {
    private Characters() {}

    /** Whether this has a control character other than a line feed or a tab, or half of a surrogate pair. */
    static boolean hasForbidden(String text) {
        return text.codePoints().anyMatch(letter -> letter != '\n' && letter != '\t' && isNoText(letter));
    }

    /** Whether a control character, of any kind, or half of a surrogate pair is in this. */
    static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Characters::isNoText);
    }

    private static boolean isNoText(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
    }
}
