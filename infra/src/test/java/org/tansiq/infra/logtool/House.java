package org.tansiq.infra.logtool;

import org.tansiq.infra.wiring.Installation;

/** One store of either kind, what is done to it behind everybody's back, and a server that can be started on it. */
interface House extends AutoCloseable {
    LogPlace place();

    Installation start();

    /** Takes an event out of the log, and leaves its commit as it is. */
    void removeEvent(long position);

    /** Takes a whole commit out that has one event. */
    void removeCommit(long position);

    /** @param what {@code id}, {@code name}, {@code version}, {@code payload} or {@code metadata} */
    void setEvent(long position, String what, String value);

    void setCommitId(long position, String id);

    /** Takes the tag from the event and from the index. */
    void removeTag(long position, String key);

    /** Takes the tag from the index alone. */
    void removeTagFromIndex(long position, String key);

    /** Puts a tag that the log has into the index under an event that lacks it. */
    void addTagToIndex(long position, String key);

    SpoiledRows rows();

    @Override
    void close();
}
