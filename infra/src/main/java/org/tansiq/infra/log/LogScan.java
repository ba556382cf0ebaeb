package org.tansiq.infra.log;

import java.util.function.Consumer;

/**
 * A log as it lies in its store, for whoever checks it or carries it elsewhere. Reading it changes nothing, and what is
 * wrong is told and not thrown. For one thread.
 *
 * <p>Every method throws {@link LogFailure} when the store does not answer.
 */
public interface LogScan extends AutoCloseable {
    /** Visits what is there before a position, in the order of positions. */
    void visit(long before, Visitor visitor);

    /** What else the store can tell of its own health. */
    void examine(Consumer<Flaw> flaws);

    @Override
    void close();

    /** Hears of a commit before it hears of the commit's events. */
    interface Visitor {
        void commit(long position, long end, String id);

        void event(long position, StoredEvent event);

        /** In place of what cannot be told. */
        void flaw(Flaw flaw);
    }
}
