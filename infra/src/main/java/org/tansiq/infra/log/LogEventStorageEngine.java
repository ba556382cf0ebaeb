package org.tansiq.infra.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EmptyAppendTransaction;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage over any {@link CommitLog}, with dynamic consistency boundaries: a commit is stored exactly when
 * no event that its decision would have read lies behind what it did read.
 *
 * <p>What surfaces from a command that was not stored: {@code AppendEventsTransactionRejectedException} (a lost race: try
 * again with fresh state), {@link Overloaded}, {@link LimitExceeded}, {@link LogFailure} and its kinds.
 */
public final class LogEventStorageEngine implements EventStorageEngine, AutoCloseable {
    /** A command's metadata may name the id of its commit: sent twice, it is stored once and answered alike. */
    public static final String COMMIT_ID = "commit-id";

    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(30);
    private static final int READ_EVENTS = 1_000;

    private final CommitLog log;
    private final EventConverter converter;
    private final Lifting lifting;
    private final Sealing sealing;
    private final Tail tail;
    private final Recall recall;
    private final Appender appender;
    private final Listeners listeners;
    private final ExecutorService elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final Lanes lanes;

    /** The log is closed with this engine. All its events are of the present version. */
    public LogEventStorageEngine(CommitLog log, EventConverter converter, LogSettings settings) {
        this(log, converter, settings, Lifting.NONE, Sealing.NONE);
    }

    /**
     * The log is closed with this engine.
     *
     * @param lifting is given events as they are stored, so it also opens what {@code sealing} has closed
     */
    public LogEventStorageEngine(
            CommitLog log, EventConverter converter, LogSettings settings, Lifting lifting, Sealing sealing) {
        this.log = log;
        this.converter = converter;
        this.lanes = new Lanes(settings.waitingMax());
        this.lifting = lifting;
        this.sealing = sealing;
        this.tail = new Tail(log.head(), settings.tailEventsMax(), settings.tailBytesMax());
        this.recall = new Recall(settings.tailBytesMax() / 4);
        this.listeners = new Listeners(tail::head);
        this.appender = new Appender(log, tail, settings, elsewhere, listeners::headMoved);
        listeners.start();
        appender.start();
    }

    /** Position of the next event, as far as this node knows. */
    public long head() {
        return tail.head();
    }

    /** At most {@code limit} events from position {@code from} on, in order; empty when there is nothing yet. */
    public List<LoggedEvent> read(long from, int limit) {
        var recent = tail.read(from, limit);
        if (recent != null) {
            return recent;
        }
        var events = new ArrayList<LoggedEvent>();
        for (var commit : log.read(from, limit)) {
            var position = commit.position();
            for (var event : commit.events()) {
                if (position >= from && events.size() < limit) {
                    events.add(new LoggedEvent(position, commit.id(), event));
                }
                position++;
            }
        }
        return events;
    }

    /** See {@link CommitLog#query}. */
    public void query(Selection selection, long from, long to, CommitLog.Visitor visitor) {
        var recent = tail.select(selection, from, to);
        var wanted = new Object() {
            boolean more = true;
        };
        if (from < recent.floor()) {
            log.query(
                    selection,
                    from,
                    Math.min(to, recent.floor()),
                    (position, event) -> wanted.more = visitor.visit(position, event));
        }
        for (var held : recent.events()) {
            if (!wanted.more) {
                return;
            }
            wanted.more = visitor.visit(held.position(), held.event());
        }
    }

    /** Where the commit with this id lies: so a command that named its commit id learns the position it got. */
    public Optional<StoredAt> find(String commitId) {
        return tail.find(commitId).or(() -> log.find(commitId));
    }

    /**
     * Calls {@code listener} with the head, soon after it has moved, on a thread for listeners only; several moves may
     * come as one call. A listener should be short.
     *
     * @return removes it
     */
    public Runnable onAppend(LongConsumer listener) {
        return listeners.add(listener);
    }

    Lanes lanes() {
        return lanes;
    }

    @Override
    public CompletableFuture<AppendTransaction<?>> appendEvents(
            AppendCondition condition, @Nullable ProcessingContext context, List<TaggedEventMessage<?>> events) {
        if (events.isEmpty()) {
            return CompletableFuture.completedFuture(EmptyAppendTransaction.INSTANCE);
        }
        try {
            var stored = events.stream()
                    .map(event -> sealing.seal(Messages.encode(event, converter), this::earlier))
                    .toList();
            var append = new Append(condition, Messages.commitId(events), stored);
            return CompletableFuture.completedFuture(new Transaction(append));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void earlier(Selection selection, CommitLog.Visitor visitor) {
        query(selection, 0, tail.head(), visitor);
    }

    /** Forgets what was opened of the events in memory: something has been made unreadable. */
    public void forgetOpened() {
        recall.forget();
        tail.forgetMessages();
    }

    private final class Transaction implements AppendTransaction<StoredAt> {
        private final Append append;

        Transaction(Append append) {
            this.append = append;
        }

        @Override
        public CompletableFuture<StoredAt> commit(@Nullable ProcessingContext context) {
            appender.submit(append);
            return append.answer();
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {
            // Nothing is written before the commit.
        }

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(StoredAt where, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(where.last()));
        }
    }

    /** Complete when it is answered: Axon 5.0.1 may miss what a stream brings later. */
    @Override
    public MessageStream<EventMessage> source(SourcingCondition condition, @Nullable ProcessingContext context) {
        try {
            var selection = Selection.of(condition.criteria());
            refuseWhereOthersTakeTurns(selection, context);
            // The head is read first: whatever comes while we read is behind the marker.
            var head = tail.head();
            var start = Math.max(0, GlobalIndexPosition.toIndex(condition.start()));
            var messages = select(selection, start, head);
            messages.add(TerminalEventMessage.INSTANCE);
            var marker = new GlobalIndexConsistencyMarker(head - 1);
            return MessageStream.fromIterable(
                    messages,
                    message -> message == TerminalEventMessage.INSTANCE
                            ? ConsistencyMarker.addToContext(Context.empty(), marker)
                            : Context.empty());
        } catch (RuntimeException e) {
            return MessageStream.failed(e);
        }
    }

    /** A command that would read what others are about to change had better queue at once. */
    private void refuseWhereOthersTakeTurns(Selection selection, @Nullable ProcessingContext context) {
        if (lanes.isEmpty() || context == null) {
            return;
        }
        var message = Message.fromContext(context);
        if (message instanceof CommandMessage command) {
            for (var criterion : selection.criteria()) {
                if (lanes.isBusy(criterion.tags(), command.identifier())) {
                    throw new BoundaryBusy(criterion.tags());
                }
            }
        }
    }

    private List<EventMessage> select(Selection selection, long from, long to) {
        var known = from == 0 ? recall.find(selection, to) : null;
        var start = known == null ? from : known.upTo();
        var recent = tail.select(selection, start, to);
        var messages = new ArrayList<EventMessage>();
        if (known != null) {
            messages.addAll(known.messages());
        }
        if (start < recent.floor()) {
            log.query(
                    selection,
                    start,
                    Math.min(to, recent.floor()),
                    (position, event) -> messages.add(Messages.decode(event, lifting)));
        }
        for (var held : recent.events()) {
            messages.add(held.message(lifting));
        }
        if (from == 0 && start < recent.floor()) {
            recall.remember(selection, new Recall.Found(to, messages));
        }
        return messages;
    }

    @Override
    public MessageStream<EventMessage> stream(StreamingCondition condition, @Nullable ProcessingContext context) {
        @Nullable TrackingToken token = condition.position();
        var from = token == null ? OptionalLong.empty() : token.position();
        return new LogStream(this, lifting, Selection.of(condition.criteria()), Math.max(0, from.orElse(0)));
    }

    @Override
    public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
    }

    @Override
    public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(head()));
    }

    /** Reads the log from its start: nodes' clocks differ, so times need not ascend. */
    @Override
    public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
        return CompletableFuture.supplyAsync(
                () -> new GlobalSequenceTrackingToken(firstAt(at.toEpochMilli())), elsewhere);
    }

    private long firstAt(long millis) {
        var head = head();
        for (var position = 0L; position < head; ) {
            for (var logged : read(position, READ_EVENTS)) {
                if (logged.event().at() >= millis) {
                    return logged.position();
                }
                position = logged.position() + 1;
            }
        }
        return head;
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("log", log.getClass().getSimpleName());
        descriptor.describeProperty("head", head());
    }

    @Override
    public void close() {
        appender.close(CLOSING_PATIENCE);
        listeners.close(CLOSING_PATIENCE);
        elsewhere.shutdown();
        log.close();
    }
}
