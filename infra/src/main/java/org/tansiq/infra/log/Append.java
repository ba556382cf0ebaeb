package org.tansiq.infra.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;

/** One commit that wants to be in the log, the condition under which it may, and who waits for the answer. */
final class Append {
    private final AppendCondition condition;
    private final Selection boundary;
    private final long after;
    private final Messages.CommitId id;
    private final List<StoredEvent> events;
    private final long bytes;
    private final CompletableFuture<StoredAt> answer = new CompletableFuture<>();
    private boolean isAnswered;

    Append(AppendCondition condition, Messages.CommitId id, List<StoredEvent> events) {
        this.condition = condition;
        this.boundary = Selection.of(condition.criteria());
        this.after = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        this.id = id;
        this.events = events;
        this.bytes = LogLimits.check(id.value(), events);
    }

    boolean isConditional() {
        return condition.consistencyMarker() != ConsistencyMarker.INFINITY;
    }

    /** It must not be stored if an event of this selection lies behind {@link #after}. */
    Selection boundary() {
        return boundary;
    }

    /** Position of the last event that the decision may have seen; -1 if none. */
    long after() {
        return after;
    }

    String id() {
        return id.value();
    }

    boolean hasGivenId() {
        return id.isGiven();
    }

    List<StoredEvent> events() {
        return events;
    }

    long bytes() {
        return bytes;
    }

    CompletableFuture<StoredAt> answer() {
        return answer;
    }

    boolean isAnswered() {
        return isAnswered;
    }

    /** Whoever waits goes on elsewhere: the appender's thread is not theirs. */
    void stored(StoredAt where, Executor elsewhere) {
        if (!isAnswered) {
            isAnswered = true;
            elsewhere.execute(() -> answer.complete(where));
        }
    }

    void refused(RuntimeException why, Executor elsewhere) {
        if (!isAnswered) {
            isAnswered = true;
            elsewhere.execute(() -> answer.completeExceptionally(why));
        }
    }
}
