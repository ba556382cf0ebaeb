package org.tansiq.gateway.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser was asked to show, until it answers, once. It is kept in this node's memory: the answer comes to the node
 * that asked. Only the latest {@link #MAX} are kept, whoever asks for more.
 *
 * @param <T> what the answer is judged by
 */
public final class Asked<T> {
    static final Duration VALID = Duration.ofMinutes(5);
    static final int MAX = 10_000;

    private record Question<T>(T question, Instant expires) {}

    private final Clock clock;
    private final Map<String, Question<T>> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Question<T>> eldest) {
            return size() > MAX;
        }
    };

    public Asked(Clock clock) {
        this.clock = clock;
    }

    /** @param browser by what it is known again; it has one question at a time */
    public synchronized void put(String browser, T question) {
        open.remove(browser);
        open.put(browser, new Question<>(question, clock.instant().plus(VALID)));
    }

    public synchronized Optional<T> take(String browser) {
        return Optional.ofNullable(open.remove(browser))
                .filter(question -> clock.instant().isBefore(question.expires()))
                .map(Question::question);
    }
}
