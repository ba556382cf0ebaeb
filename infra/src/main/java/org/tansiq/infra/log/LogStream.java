package org.tansiq.infra.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/** The log as an endless stream. A token's value is the position of the next event to read. */
final class LogStream implements MessageStream<EventMessage> {
    private static final int READ_EVENTS = 500;

    private final LogEventStorageEngine engine;
    private final Lifting lifting;
    private final Selection selection;
    private final Runnable stopListening;
    private final Deque<Entry<EventMessage>> ahead = new ArrayDeque<>();
    private long next;
    private volatile Runnable callback = () -> {};
    private volatile boolean isDone;
    private volatile @Nullable Throwable error;

    LogStream(LogEventStorageEngine engine, Lifting lifting, Selection selection, long from) {
        this.engine = engine;
        this.lifting = lifting;
        this.selection = selection;
        this.next = from;
        this.stopListening = engine.onAppend(head -> callback.run());
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        fetch();
        return Optional.ofNullable(ahead.poll());
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        fetch();
        return Optional.ofNullable(ahead.peek());
    }

    @Override
    public void setCallback(Runnable callback) {
        this.callback = callback;
        if (hasNextAvailable() || isCompleted()) {
            callback.run();
        }
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public synchronized boolean isCompleted() {
        return isDone && ahead.isEmpty();
    }

    @Override
    public boolean hasNextAvailable() {
        return peek().isPresent();
    }

    @Override
    public synchronized void close() {
        isDone = true;
        ahead.clear();
        stopListening.run();
    }

    /** Reads up to the head if need be; never waits for what is not there yet. */
    private void fetch() {
        try {
            while (!isDone && ahead.isEmpty() && next < engine.head()) {
                for (var logged : engine.read(next, READ_EVENTS)) {
                    next = logged.position() + 1;
                    if (selection.matches(logged.event())) {
                        ahead.add(entry(logged));
                    }
                }
            }
        } catch (RuntimeException e) {
            error = e;
            isDone = true;
            stopListening.run();
        }
    }

    private Entry<EventMessage> entry(LoggedEvent logged) {
        var token = new GlobalSequenceTrackingToken(logged.position() + 1);
        return new SimpleEntry<>(
                Messages.decode(logged.event(), lifting), TrackingToken.addToContext(Context.empty(), token));
    }
}
