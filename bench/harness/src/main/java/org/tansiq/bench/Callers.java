package org.tansiq.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Threads that each send the next command when the former is answered, as a server's request threads do. */
final class Callers {
    /**
     * What they got done.
     *
     * @param failed commands that were refused; {@code failure} is one of the reasons, or empty
     */
    record Done(long commands, double seconds, double p50Millis, double p99Millis, long failed, String failure) {
        double perSecond() {
            return commands / seconds;
        }
    }

    private Callers() {}

    static String count(int callers) {
        return callers == 1 ? "1 caller" : callers + " callers";
    }

    /** Each caller goes on until the time is up. */
    static Done during(Duration time, int callers, IntFunction<Runnable> commands) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        return run(callers, caller -> {
            var command = commands.apply(caller);
            return () -> {
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                command.run();
                return true;
            };
        });
    }

    /** Each caller goes on until its next turn says that there is nothing left to do. */
    static Done run(int callers, IntFunction<BooleanSupplier> turns) throws InterruptedException {
        var ready = new CountDownLatch(callers);
        var go = new CountDownLatch(1);
        var failure = new AtomicReference<String>();
        var threads = new ArrayList<Thread>();
        var nanos = new ArrayList<long[]>();
        var failed = new long[callers];
        for (var i = 0; i < callers; i++) {
            nanos.add(new long[0]);
        }
        for (var i = 0; i < callers; i++) {
            var caller = i;
            threads.add(Thread.ofPlatform().daemon().name("caller-" + i).start(() -> {
                var turn = turns.apply(caller);
                ready.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                var own = new long[1 << 10];
                var count = 0;
                for (var goesOn = true; goesOn; ) {
                    var start = System.nanoTime();
                    try {
                        goesOn = turn.getAsBoolean();
                        if (goesOn) {
                            own = count == own.length ? Arrays.copyOf(own, 2 * count) : own;
                            own[count++] = System.nanoTime() - start;
                        }
                    } catch (RuntimeException e) {
                        failed[caller]++;
                        failure.set(e.toString());
                    }
                }
                nanos.set(caller, Arrays.copyOf(own, count));
            }));
        }
        ready.await();
        var start = System.nanoTime();
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Done(
                all.length,
                seconds,
                millis(all, 0.5),
                millis(all, 0.99),
                Arrays.stream(failed).sum(),
                Objects.requireNonNullElse(failure.get(), ""));
    }

    static double millis(long[] ascendingNanos, double quantile) {
        return ascendingNanos.length == 0
                ? Double.NaN
                : ascendingNanos[(int) Math.min(ascendingNanos.length - 1, quantile * ascendingNanos.length)] / 1e6;
    }
}
