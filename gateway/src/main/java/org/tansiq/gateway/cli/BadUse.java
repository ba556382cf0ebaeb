package org.tansiq.gateway.cli;

import java.util.Map;

/** The command line says nothing that can be done. */
final class BadUse extends RuntimeException {
    private final String words;
    private final transient Map<String, String> values;

    /** @param words key of what to say */
    BadUse(String words, Map<String, String> values) {
        super(words);
        this.words = words;
        this.values = Map.copyOf(values);
    }

    String words() {
        return words;
    }

    Map<String, String> values() {
        return values;
    }
}
