package org.tansiq.infra.log;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that is wrong with a log or with the rows made of it.
 *
 * @param where names and numbers that lead there: position, commit, view … never what stands in a payload, which may
 *     name people
 */
public record Flaw(Kind kind, Map<String, String> where) {
    /** What is wrong; the words for each name the same particulars. */
    public enum Kind {
        /** Events are missing {@code from} .. {@code to}. */
        GAP(true),
        POSITION_TWICE(true),
        /** A commit does not begin where the one before it ends. */
        COMMIT_APART(true),
        EVENT_WITHOUT_COMMIT(true),
        COMMIT_ID_TWICE(true),
        EVENT_ID_TWICE(true),
        /** Its name, tags, metadata … are not what the store writes. */
        RECORD_DAMAGED(true),
        EVENT_UNKNOWN(true),
        VERSION_UNKNOWN(true),
        PAYLOAD_UNREADABLE(true),
        /** A boundary's decisions do not see the event. */
        TAGS_MISSING(true),
        TAGS_TOO_MANY(true),
        /** Dates by the clocks of cities that have been changed since; decisions look a day to either side. */
        TAGS_BY_OTHER_CLOCKS(false),
        INDEX_LACKS(true),
        INDEX_TOO_MANY(true),
        STORE_DAMAGED(true),
        IMPORT_UNFINISHED(true),
        /** The rows stand further on than the log. */
        ROWS_AHEAD(true),
        ROWS_OF_ANOTHER_VERSION(false),
        /** Another program writes them while they are compared. */
        ROWS_MOVE(false),
        /** What people wrote is sealed, and the keys are not here: rows cannot be compared. */
        TEXTS_SEALED(false),
        ROW_DIFFERS(true),
        ROW_KEYS_DIFFER(true),
        ROW_MISSING(true),
        ROW_TOO_MANY(true),
        PARKED_APPLIES(true),
        NOT_PARKED(true);

        private final boolean isWrong;

        Kind(boolean isWrong) {
            this.isWrong = isWrong;
        }

        /** False for what whoever looks after the log should know, though nothing is wrong. */
        public boolean isWrong() {
            return isWrong;
        }
    }

    public Flaw {
        where = Map.copyOf(where);
    }

    /** @param where names and values in turn */
    public static Flaw of(Kind kind, Object... where) {
        var named = new TreeMap<String, String>();
        for (var i = 0; i < where.length; i += 2) {
            named.put(where[i].toString(), where[i + 1].toString());
        }
        return new Flaw(kind, named);
    }
}
