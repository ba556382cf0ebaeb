package org.tansiq.infra.rows;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches a lease that another node holds. Only time that passed on this node counts: it runs out when it was seen
 * unchanged for its whole duration. For one thread.
 */
public final class LeaseWatch {
    private final long nanosMax;
    private final LongSupplier nanoTime;
    private @Nullable Lease seen;
    private long since;

    public LeaseWatch(Duration duration) {
        this(duration, System::nanoTime);
    }

    LeaseWatch(Duration duration, LongSupplier nanoTime) {
        this.nanosMax = duration.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether the lease may be taken, given how it is now. */
    public boolean isOver(Lease now) {
        return now.isFree() || stillFor(now) >= nanosMax;
    }

    /** As {@link #isOver}, but one that was given up is waited for as well. */
    boolean isForgotten(Lease now) {
        return stillFor(now) >= nanosMax;
    }

    private long stillFor(Lease now) {
        var at = nanoTime.getAsLong();
        if (!now.equals(seen)) {
            seen = now;
            since = at;
        }
        return at - since;
    }
}
