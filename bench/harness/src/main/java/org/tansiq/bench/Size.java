package org.tansiq.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each side of a comparison, in turns
 * @param warmUp before each measurement, on what it is measured on
 * @param small how many events the small log has; likewise the middle and the big one
 */
record Size(String name, int rounds, Duration warmUp, Duration time, long small, long middle, long big) {
    static final Size FULL =
            new Size("full", 3, Duration.ofMillis(700), Duration.ofMillis(2_000), 10_000, 100_000, 1_000_000);
    /** For a quick look: its figures say little about expectations that name a million events. */
    static final Size SMALL =
            new Size("small", 2, Duration.ofMillis(300), Duration.ofMillis(700), 5_000, 15_000, 50_000);
}
