package org.tansiq.infra.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers to requests that may be repeated, for a day. That one command has one effect does not hang on these: the log
 * stores a commit id once. They let a repeat be told the same, a refusal too, and a key that comes again with another
 * request be noticed. Safe for use by many threads and nodes.
 */
public interface Answers extends AutoCloseable {
    Duration KEPT = Duration.ofDays(1);

    /** The answer under this id, unless there is none or it is older than {@link #KEPT}. */
    Optional<KeptAnswer> find(String id, Instant now);

    /**
     * Keeps an answer if there is none yet, or if it tells of something done in the place of a refusal: where two repeats
     * were decided at once on two nodes, what is in the log is what counts.
     *
     * @return what is kept now
     */
    KeptAnswer keep(String id, KeptAnswer answer);

    @Override
    void close();
}
