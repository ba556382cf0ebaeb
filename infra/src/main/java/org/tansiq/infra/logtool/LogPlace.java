package org.tansiq.infra.logtool;

import java.nio.file.Path;

/** Where a log is kept. */
public sealed interface LogPlace {
    /** @param data the folder of the SQLite files */
    record Folder(Path data) implements LogPlace {}

    /**
     * @param connection a connection string; without a database in it: tansiq
     * @param data the folder of the file with the key that wraps the others
     */
    record Database(String connection, boolean allowStandalone, Path data) implements LogPlace {
        /** Not the connection string, which may hold a password. */
        @Override
        public String toString() {
            return "Database";
        }
    }
}
