package org.tansiq.infra.log;

/** Too much for the log, whenever it is tried: nothing of it was stored. */
public final class LimitExceeded extends RuntimeException {
    private final String what;
    private final long max;
    private final long actual;

    LimitExceeded(String what, long max, long actual) {
        super("The log takes at most " + max + " " + what + ", and this has " + actual + ".");
        this.what = what;
        this.max = max;
        this.actual = actual;
    }

    /** What there is too much of, with its unit: {@code "bytes in an event"}. */
    public String what() {
        return what;
    }

    public long max() {
        return max;
    }

    public long actual() {
        return actual;
    }
}
