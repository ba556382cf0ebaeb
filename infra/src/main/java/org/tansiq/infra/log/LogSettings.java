package org.tansiq.infra.log;

import java.time.Duration;

/**
 * How much the engine takes on at once and keeps in memory.
 *
 * @param waitingMax commits that may wait for the appender; one more is refused as {@link Overloaded}
 * @param groupCommitsMax commits written together
 * @param groupBytesMax bytes written together; a single commit may be more
 * @param tailEventsMax events kept in memory
 * @param tailBytesMax about how much heap they may take; a quarter as much besides is for what was sourced from before them
 * @param poll how often to look for commits of other nodes; zero when there are none
 */
public record LogSettings(
        int waitingMax, int groupCommitsMax, long groupBytesMax, int tailEventsMax, long tailBytesMax, Duration poll) {
    private static final LogSettings ONE_NODE = new LogSettings(4_096, 512, 4 << 20, 50_000, 128L << 20, Duration.ZERO);

    public LogSettings {
        if (waitingMax < 1 || groupCommitsMax < 1 || groupBytesMax < 1 || tailEventsMax < 0 || tailBytesMax < 0) {
            throw new IllegalArgumentException("Limits of the log have to be positive.");
        }
        if (poll.isNegative()) {
            throw new IllegalArgumentException("The log cannot be polled every " + poll + ".");
        }
    }

    /** Nobody else writes to this log. */
    public static LogSettings oneNode() {
        return ONE_NODE;
    }

    /** Other nodes may write to it: look ten times a second. */
    public static LogSettings manyNodes() {
        return ONE_NODE.withPoll(Duration.ofMillis(100));
    }

    public LogSettings withPoll(Duration every) {
        return new LogSettings(waitingMax, groupCommitsMax, groupBytesMax, tailEventsMax, tailBytesMax, every);
    }

    public LogSettings withWaitingMax(int commits) {
        return new LogSettings(commits, groupCommitsMax, groupBytesMax, tailEventsMax, tailBytesMax, poll);
    }

    public LogSettings withTailEventsMax(int events) {
        return new LogSettings(waitingMax, groupCommitsMax, groupBytesMax, events, tailBytesMax, poll);
    }

    public LogSettings withTailBytesMax(long bytes) {
        return new LogSettings(waitingMax, groupCommitsMax, groupBytesMax, tailEventsMax, bytes, poll);
    }
}
