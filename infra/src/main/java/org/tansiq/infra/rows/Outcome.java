package org.tansiq.infra.rows;

/** What came of a {@link Request}. */
public enum Outcome {
    /** It was done; a rebuild has begun. */
    DONE,
    /** The event still cannot be applied. It stays parked, with what it failed on now. */
    STILL_FAILING,
    /** No event is parked at that position. */
    NOT_PARKED,
    /** It cannot be said which rows the event concerns; a rebuild applies it. */
    REBUILD_NEEDED,
    /** A rebuild is under way already. */
    ALREADY_REBUILDING,
    /** Nobody has said so far; it may have been done or not. */
    NO_ANSWER
}
