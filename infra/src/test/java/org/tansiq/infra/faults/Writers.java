package org.tansiq.infra.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.log.StoredAt;

/**
 * Threads that append commits of many sizes straight to the engine, most under a condition on a lane that others use too.
 * Every event says what its commit is and what that was decided on, so that the log alone tells whether it is right.
 */
final class Writers {
    private static final int LANES = 6;
    private static final int FAILURES_MAX = 10;
    private static final int ANSWER_SECONDS_MAX = 60;

    private final LogEventStorageEngine engine;
    private final Consumer<Answer> told;
    private final int failuresMax;

    /**
     * What an event says.
     *
     * @param index of the event within its commit of {@code size} events
     * @param seen position of the last event that was known when it was decided; less than -1 if nothing depends on it
     */
    record Written(String commit, int index, int size, long seen, String lane, String text) {
        boolean isConditional() {
            return seen >= -1;
        }
    }

    /** @param textMax characters of one event's text */
    record Load(int threads, int commits, int eventsMax, int textMax) {}

    Writers(LogEventStorageEngine engine, Consumer<Answer> told) {
        this(engine, told, FAILURES_MAX);
    }

    /** @param failuresMax failures on end after which a thread gives up */
    Writers(LogEventStorageEngine engine, Consumer<Answer> told, int failuresMax) {
        this.engine = engine;
        this.told = told;
        this.failuresMax = failuresMax;
    }

    static LogEventStorageEngine engine(CommitLog log, LogSettings settings) {
        return new LogEventStorageEngine(
                log, new DelegatingEventConverter(new JacksonConverter(Json.mapper())), settings);
    }

    static Tag lane(String lane) {
        return new Tag("lane", lane);
    }

    /** Returns when every thread has appended what it had to, or the log has failed it too often. */
    void run(String name, long seed, Load load) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(load.threads())) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < load.threads(); i++) {
                var writer = name + "." + i;
                var random = new Random(seed + i);
                running.add(threads.submit(() -> write(writer, random, load)));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private void write(String writer, Random random, Load load) {
        var failures = 0;
        for (var i = 0; i < load.commits() && failures < failuresMax; i++) {
            var answer = append(writer + "." + i, random, load);
            told.accept(answer);
            failures = answer.kind() == Answer.Kind.FAILED || answer.kind() == Answer.Kind.UNKNOWN ? failures + 1 : 0;
        }
    }

    private Answer append(String commit, Random random, Load load) {
        var lane = Integer.toString(random.nextInt(LANES));
        var seen = random.nextInt(4) == 0 ? -2 : engine.head() - 1;
        var size = 1 + (random.nextInt(8) == 0 ? random.nextInt(load.eventsMax()) : random.nextInt(3));
        var events = new ArrayList<TaggedEventMessage<?>>();
        for (var i = 0; i < size; i++) {
            var text = "x".repeat(1 + random.nextInt(load.textMax()));
            events.add(event(new Written(commit, i, size, seen, lane, text)));
        }
        var condition = seen < -1
                ? AppendCondition.none()
                : AppendCondition.withCriteria(EventCriteria.havingTags(lane(lane)))
                        .withMarker(new GlobalIndexConsistencyMarker(seen));
        try {
            return Answer.stored(commit, append(condition, events));
        } catch (ExecutionException | CompletionException e) {
            return Answer.of(commit, Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            throw new AssertionError("The log has not answered for " + ANSWER_SECONDS_MAX + " s.", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private StoredAt append(AppendCondition condition, List<TaggedEventMessage<?>> events)
            throws ExecutionException, InterruptedException, TimeoutException {
        var begun = (AppendTransaction<StoredAt>)
                engine.appendEvents(condition, null, events).join();
        return begun.commit(null).get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
    }

    private static TaggedEventMessage<?> event(Written written) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("faults.Written", "1"),
                        written,
                        Map.of(LogEventStorageEngine.COMMIT_ID, written.commit()),
                        Instant.EPOCH),
                Set.of(lane(written.lane()), new Tag("commit", written.commit())));
    }
}
