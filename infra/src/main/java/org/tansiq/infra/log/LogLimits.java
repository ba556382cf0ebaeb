package org.tansiq.infra.log;

import java.util.List;

/** How much a log takes; the same for every store, so that a history can move from one to another. */
public final class LogLimits {
    public static final int EVENTS_IN_COMMIT_MAX = 10_000;
    public static final int EVENT_BYTES_MAX = 1 << 20;
    /** Half of what MongoDB takes in a document, since a document has more in it than is counted here. */
    public static final int COMMIT_BYTES_MAX = 8 << 20;

    public static final int TAGS_IN_EVENT_MAX = 100;
    public static final int TAG_BYTES_MAX = 500;
    public static final int COMMIT_ID_BYTES_MAX = 200;

    private LogLimits() {}

    /**
     * Every store calls this before it writes.
     *
     * @throws LimitExceeded when a commit is too much for the log
     * @throws IllegalArgumentException when the commits do not adjoin or lack something
     */
    public static void check(List<Commit> commits) {
        for (int i = 0; i < commits.size(); i++) {
            var commit = commits.get(i);
            check(commit.id(), commit.events());
            if (commit.position() < 0 || (i > 0 && commits.get(i - 1).end() != commit.position())) {
                throw new IllegalArgumentException("Commits that are appended together have to adjoin.");
            }
        }
    }

    /** Answers about how many bytes the commit needs. */
    static long check(String commitId, List<StoredEvent> events) {
        if (commitId.isBlank() || events.isEmpty()) {
            throw new IllegalArgumentException("A commit has an id and at least one event.");
        }
        atMost("bytes in a commit id", COMMIT_ID_BYTES_MAX, Utf8.length(commitId));
        atMost("events in a commit", EVENTS_IN_COMMIT_MAX, events.size());
        var bytes = 0L;
        for (var event : events) {
            bytes += check(event);
        }
        atMost("bytes in a commit", COMMIT_BYTES_MAX, bytes);
        return bytes;
    }

    private static long check(StoredEvent event) {
        atMost("tags on an event", TAGS_IN_EVENT_MAX, event.tags().size());
        for (var tag : event.tags()) {
            atMost("bytes in a tag", TAG_BYTES_MAX, Utf8.length(tag.key()) + Utf8.length(tag.value()));
        }
        var bytes = event.bytes();
        atMost("bytes in an event", EVENT_BYTES_MAX, bytes);
        return bytes;
    }

    private static void atMost(String what, long max, long actual) {
        if (actual > max) {
            throw new LimitExceeded(what, max, actual);
        }
    }
}
