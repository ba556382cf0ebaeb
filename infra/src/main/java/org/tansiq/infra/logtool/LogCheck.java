package org.tansiq.infra.logtool;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.wiring.Catalogue;

/** Looks through a whole log, and through the rows made of it, and changes nothing. */
public final class LogCheck {
    private LogCheck() {}

    /**
     * What was looked at.
     *
     * @param wrong how many of the flaws that were told are wrong
     */
    public record Result(long events, long commits, int projections, long wrong, Duration took) {}

    /** As below, for what is in a store; a log that is only half imported is told too. */
    public static Result run(OpenLog store, boolean withRows, Catalogue catalogue, Consumer<Flaw> flaws) {
        return run(store, null, withRows, catalogue, flaws);
    }

    /**
     * As above.
     *
     * @param passphrase of the keys, if they are wrapped by one
     * @throws org.tansiq.infra.keys.KeysRefused if there are keys that do not open
     */
    public static Result run(
            OpenLog store, @Nullable String passphrase, boolean withRows, Catalogue catalogue, Consumer<Flaw> flaws) {
        var scan = store.scan();
        var seals = new Seals();
        scan.visit(Long.MAX_VALUE, seals);
        var keys = seals.areThere() ? store.keys(passphrase) : Optional.<AuthorKeys>empty();
        if (keys.isPresent()) {
            keys.get().erased(seals.erased());
            return check(store, scan, withRows, catalogue.with(new SealedTexts(keys.get())), flaws);
        }
        if (seals.areThere()) {
            flaws.accept(Flaw.of(Flaw.Kind.TEXTS_SEALED));
        }
        return check(store, scan, withRows, catalogue, flaws);
    }

    private static Result check(
            OpenLog store, LogScan scan, boolean withRows, Catalogue catalogue, Consumer<Flaw> flaws) {
        var half = store.mark().unfinished().isPresent();
        if (half) {
            flaws.accept(Flaw.of(Flaw.Kind.IMPORT_UNFINISHED));
        }
        var result = run(scan, withRows ? store.rows().orElse(null) : null, catalogue, flaws);
        return half
                ? new Result(result.events(), result.commits(), result.projections(), result.wrong() + 1, result.took())
                : result;
    }

    /**
     * Tells every flaw as it is found.
     *
     * <p>In memory are 24 bytes for each id of an event and of a commit, in tables a third full at least, and the rows of
     * one projection after the other.
     *
     * @param rows nothing when only the log is asked for
     */
    public static Result run(LogScan log, @Nullable KeptRows rows, Catalogue catalogue, Consumer<Flaw> flaws) {
        var began = System.nanoTime();
        var wrong = new long[1];
        Consumer<Flaw> counted = flaw -> {
            wrong[0] += flaw.kind().isWrong() ? 1 : 0;
            flaws.accept(flaw);
        };
        log.examine(counted);
        var events = new EventCheck(catalogue, counted);
        log.visit(Long.MAX_VALUE, events);
        events.end();
        var projections = 0;
        if (rows != null) {
            for (var projection : catalogue.projections()) {
                new RowCheck(projection, log, rows, catalogue, counted).run();
                projections++;
            }
        }
        return new Result(
                events.events(), events.commits(), projections, wrong[0], Duration.ofNanos(System.nanoTime() - began));
    }
}
