package org.tansiq.infra.keys;

import java.util.Map;

/** The keys, or what opens them, are not those that belong to this log. The message says what to do. */
public final class KeysRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final transient Map<String, Object> where;

    /** What is the matter. */
    public enum Why {
        FILE_MISSING,
        FILE_DAMAGED,
        FILE_OTHER,
        PASSPHRASE_MISSING,
        PASSPHRASE_WRONG,
        PASSPHRASE_UNUSED,
        PASSPHRASE_SHORT,
        KEYS_MISSING,
        OLDER_THAN_THE_LOG,
        ROTATED_MEANWHILE,
        PERSON_ERASED
    }

    KeysRefused(Why why, String message) {
        this(why, Map.of(), message);
    }

    KeysRefused(Why why, Map<String, Object> where, String message) {
        super(message);
        this.why = why;
        this.where = where;
    }

    /** @param persons how many are erased in the log and have a key */
    public static KeysRefused olderThanTheLog(int persons) {
        return new KeysRefused(
                Why.OLDER_THAN_THE_LOG,
                Map.of("persons", persons),
                "The keys are older than the log: they have the keys of " + persons
                        + " whom the log says to be erased. Put the newer keys back, or destroy those of the erased again:"
                        + " \"tansiq keys settle\".");
    }

    public static KeysRefused missing() {
        return new KeysRefused(
                Why.KEYS_MISSING,
                "The log holds sealed texts, and there is not one key. Put the keys (keys.db, and the file key) back from"
                        + " where you keep a copy of them, beside the log.");
    }

    public Why why() {
        return why;
    }

    /** What the message names: a file, how many. */
    public Map<String, Object> where() {
        return where;
    }
}
