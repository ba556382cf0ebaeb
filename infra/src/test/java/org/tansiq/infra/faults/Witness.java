package org.tansiq.infra.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * How a child tells its parent what it was answered: a line at once, which outlives the child. It listens too, and ends
 * the child when the parent is gone.
 */
final class Witness {
    /** A thread of the child has ended by an error. */
    static final String BROKEN = "BROKEN";

    private final PrintStream out;
    private final CountDownLatch end = new CountDownLatch(1);

    private Witness(PrintStream out) {
        this.out = out;
    }

    /** Takes the standard output for itself; whatever else is printed goes to the errors. */
    static Witness take() {
        var witness = new Witness(System.out);
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            witness.say(BROKEN + " " + error);
        });
        Thread.ofPlatform().daemon().name("witness").start(witness::listen);
        return witness;
    }

    synchronized void say(String line) {
        out.print(line + "\n");
        out.flush();
    }

    boolean isToEnd() {
        return end.getCount() == 0;
    }

    void awaitEnd() throws InterruptedException {
        end.await();
    }

    private void listen() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (in.readLine() != null) {
                end.countDown();
            }
        } catch (IOException gone) {
            // As if it had said no more.
        }
        Runtime.getRuntime().halt(1);
    }
}
