package org.tansiq.infra.log;

import java.util.Optional;

/** Stands beside a log while one is imported into it: what is there then is only a part, and no server may begin on it. */
public interface ImportMark {
    /** Which import was begun and has not ended. */
    Optional<String> unfinished();

    /** @param name of the import, the same for the same file */
    void set(String name);

    void clear();
}
