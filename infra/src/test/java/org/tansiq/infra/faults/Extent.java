package org.tansiq.infra.faults;

import java.util.Random;

/**
 * How much is tried, and from which seed: the small extent with every build, the full one by {@code bench/faults}. What
 * threads, processes and the machine do in between is not in the seed: it repeats what was drawn, not every interleaving.
 */
final class Extent {
    private static final boolean FULL = "full".equals(System.getProperty("tansiq.faults"));
    private static final long SEED = Long.getLong("tansiq.faults.seed", System.nanoTime());

    private Extent() {}

    static int of(int small, int full) {
        return FULL ? full : small;
    }

    /** Draws for a test, and prints how to draw the same again. */
    static Random random(Object test) {
        System.out.printf(
                "seed %d; again: bench/faults %s%s %d%n",
                SEED, FULL ? "" : "--small ", test.getClass().getSimpleName(), SEED);
        return new Random(SEED);
    }
}
