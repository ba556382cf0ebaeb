package org.tansiq.infra.logtool;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tool did not do what it was asked, and left everything as it was unless {@link Why} says otherwise. */
public final class ToolRefused extends RuntimeException {
    /** Why; the words for each name the particulars that are given with it. */
    public enum Why {
        NO_LOG(true),
        FOLDER_TAKEN(true),
        STANDALONE(true),
        STORE_FAILED(true),

        /** What is to be exported is not whole. */
        LOG_FLAWED(false),
        NOT_AN_EXPORT(false),
        NEWER_FORMAT(false),
        CUT_OFF(false),
        BAD_LINE(false),
        LINE_TOO_LONG(false),
        OUT_OF_ORDER(false),
        OVER_LIMIT(false),
        COMMIT_ID_TWICE(false),
        EVENT_ID_TWICE(false),
        WRONG_SUM(false),
        LOG_NOT_EMPTY(false),
        ROWS_NOT_EMPTY(false),
        ANOTHER_IMPORT(false),
        KEYS_NOT_EMPTY(false),
        /** Somebody else wrote into the log during an import: what is there stays marked as unfinished. */
        LOG_IN_USE(false),
        /** The import stopped where the store failed; it goes on there when it is sent again. */
        IMPORT_INTERRUPTED(false);

        private final boolean isOpening;

        Why(boolean isOpening) {
            this.isOpening = isOpening;
        }

        /** Whether the store could not be opened at all. */
        public boolean isOpening() {
            return isOpening;
        }
    }

    private final Why why;
    private final Map<String, String> where;

    /** @param where names and values in turn */
    ToolRefused(Why why, Object... where) {
        this(why, (Throwable) null, where);
    }

    /** @param where names and values in turn */
    ToolRefused(Why why, @Nullable Throwable cause, Object... where) {
        super(why.name(), cause);
        this.why = why;
        var named = new TreeMap<String, String>();
        for (var i = 0; i < where.length; i += 2) {
            named.put(where[i].toString(), where[i + 1].toString());
        }
        this.where = Map.copyOf(named);
    }

    public Why why() {
        return why;
    }

    public Map<String, String> where() {
        return where;
    }
}
