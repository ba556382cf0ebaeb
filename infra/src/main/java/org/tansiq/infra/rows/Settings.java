package org.tansiq.infra.rows;

import java.time.Duration;

/**
 * How the runner of a projection goes about its work.
 *
 * @param batchMax events applied in one step while it keeps up
 * @param buildBatchMax events applied in one step of a rebuild
 * @param poll how long it sleeps at the log's head when nobody says that it moved
 * @param follow how often a node that does not hold the lease looks how far the rows are
 * @param publish how long other nodes may wait to hear of events that changed nothing; those are stored anyway when there
 *     are many
 * @param beat how often the holder of the lease shows that it is alive
 * @param lease how long another node watches it stand still before it takes over
 * @param retire how long the lease of an older version stands still before its rows are dropped
 * @param backOffMin the first wait after a failure; each later one is twice as long
 * @param backOffMax the longest
 */
public record Settings(
        int batchMax,
        int buildBatchMax,
        Duration poll,
        Duration follow,
        Duration publish,
        Duration beat,
        Duration lease,
        Duration retire,
        Duration backOffMin,
        Duration backOffMax) {
    private static final Settings ONE_NODE = new Settings(
            500,
            5_000,
            Duration.ofMillis(250),
            Duration.ofMillis(100),
            Duration.ofDays(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ZERO,
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    public Settings {
        if (batchMax < 1 || buildBatchMax < 1) {
            throw new IllegalArgumentException("A batch has at least one event.");
        }
        if (lease.compareTo(beat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("A lease of " + lease + " ends between beats every " + beat + ".");
        }
    }

    /** For a store that one process has for itself, or many. */
    public static Settings usual(boolean shared) {
        return shared ? ONE_NODE.withPublish(Duration.ofMillis(50)).withRetire(Duration.ofMinutes(1)) : ONE_NODE;
    }

    public Settings withPublish(Duration after) {
        return new Settings(batchMax, buildBatchMax, poll, follow, after, beat, lease, retire, backOffMin, backOffMax);
    }

    public Settings withRetire(Duration after) {
        return new Settings(batchMax, buildBatchMax, poll, follow, publish, beat, lease, after, backOffMin, backOffMax);
    }

    public Settings withLease(Duration every, Duration duration) {
        return new Settings(
                batchMax, buildBatchMax, poll, follow, publish, every, duration, retire, backOffMin, backOffMax);
    }

    public Settings withPoll(Duration every) {
        return new Settings(
                batchMax, buildBatchMax, every, follow, publish, beat, lease, retire, backOffMin, backOffMax);
    }

    public Settings withBatches(int keepingUp, int building) {
        return new Settings(keepingUp, building, poll, follow, publish, beat, lease, retire, backOffMin, backOffMax);
    }

    public Settings withBackOff(Duration min, Duration max) {
        return new Settings(batchMax, buildBatchMax, poll, follow, publish, beat, lease, retire, min, max);
    }

    public Settings withFollow(Duration every) {
        return new Settings(batchMax, buildBatchMax, poll, every, publish, beat, lease, retire, backOffMin, backOffMax);
    }
}
