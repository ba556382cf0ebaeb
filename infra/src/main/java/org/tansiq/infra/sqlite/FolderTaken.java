package org.tansiq.infra.sqlite;

import java.nio.file.Path;

/** Another process works in this folder; two would each think that the log is theirs. */
public final class FolderTaken extends RuntimeException {
    FolderTaken(Path folder) {
        super("Another Tansiq is running on the data in "
                + folder.toAbsolutePath().normalize() + ".");
    }
}
