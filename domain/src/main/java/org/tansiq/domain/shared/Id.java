package org.tansiq.domain.shared;

/**
 * An identifier that is one piece of text. Axon writes tags with {@code toString}, so the text of an identifier is the
 * identifier.
 */
public interface Id {
    int LENGTH_MAX = 100;

    String value();

    /** Every identifier's constructor calls this: an empty or over-long one would make a tag that finds too much. */
    static void check(String value) {
        if (value.isBlank() || value.length() > LENGTH_MAX || Characters.hasControl(value)) {
            throw new IllegalArgumentException(
                    "An identifier has 1 to " + LENGTH_MAX + " characters, and no control characters.");
        }
    }
}
