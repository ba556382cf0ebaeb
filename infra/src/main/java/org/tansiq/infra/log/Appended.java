package org.tansiq.infra.log;

/** How far an append came: the first {@code stored} commits are durable, and this is why it went no further. */
public sealed interface Appended {
    int stored();

    record All(int stored) implements Appended {}

    /** Someone else has the position of the next commit: read what is there and begin anew behind it. */
    record PositionTaken(int stored) implements Appended {}

    /** The next commit's id is in the log already, {@code where} it says. That commit was not stored again. */
    record IdTaken(int stored, StoredAt where) implements Appended {}

    /**
     * The store failed at the next commit. With {@link OutcomeUnknown} that commit and those after it may be in the log
     * or may still appear there; with any other failure they are not and will not.
     */
    record Failed(int stored, LogFailure cause) implements Appended {}
}
