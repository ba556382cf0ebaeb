package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.infra.log.Things.HELD_MAX;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.infra.log.Things.TakeThing;
import org.tansiq.infra.log.Things.Taken;
import org.tansiq.infra.log.Things.ThingTaken;

/** What Axon may rely on, whichever store is below. */
public abstract class LogEngineContract {
    private static final Tag GHOUTA = new Tag("coalition", "ghouta");
    private static final Tag HOMS = new Tag("coalition", "homs");
    private static final Tag PERMIT = new Tag("task", "permit");
    private static final Instant AT = Instant.parse("2018-02-19T10:00:00.123Z");
    /** Small, so that most of what the tests read is partly in memory and partly in the log. */
    private static final LogSettings SMALL_TAIL = LogSettings.oneNode().withTailEventsMax(7);

    private final List<LogEventStorageEngine> opened = new ArrayList<>();
    private LogEventStorageEngine engine;

    /** Opens the store of this test, the same one each time. */
    protected abstract CommitLog openStore();

    private LogEventStorageEngine open(LogSettings settings) {
        var another = new LogEventStorageEngine(openStore(), Things.converter(), settings);
        opened.add(another);
        return another;
    }

    @BeforeEach
    void openEngine() {
        engine = open(SMALL_TAIL);
    }

    @AfterEach
    void closeEngines() {
        opened.forEach(LogEventStorageEngine::close);
    }

    @Test
    void events_are_sourced_as_they_were_appended() {
        append(event("a", GHOUTA), event("b", HOMS), event("c", GHOUTA, PERMIT));

        var sourced = source(engine, EventCriteria.havingTags(GHOUTA));

        assertThat(sourced.payloads()).containsExactly("a", "c");
        var first = sourced.messages().getFirst();
        assertThat(first.type()).isEqualTo(new MessageType("things.Written", "1"));
        assertThat(first.timestamp()).isEqualTo(AT);
        assertThat(first.metadata()).containsEntry("user", "p");
        assertThat(sourced.marker()).isEqualTo(2);
    }

    @Test
    void a_new_log_is_sourced_with_a_marker_before_everything() {
        var sourced = source(engine, EventCriteria.havingAnyTag());
        assertThat(sourced.messages()).isEmpty();
        assertThat(sourced.marker()).isEqualTo(-1);
        append(after(sourced.marker(), EventCriteria.havingAnyTag()), event("first"));
        assertThat(engine.head()).isOne();
    }

    @Test
    void sourcing_finds_the_same_in_memory_and_in_the_log() {
        for (var i = 0; i < 20; i++) {
            append(event("g" + i, GHOUTA), event("h" + i, HOMS, PERMIT));
        }
        var other = open(LogSettings.oneNode());
        for (var criteria : List.of(
                EventCriteria.havingAnyTag(),
                EventCriteria.havingTags(GHOUTA),
                EventCriteria.havingTags(HOMS, PERMIT).or(EventCriteria.havingTags(GHOUTA)),
                EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("things.Written")))) {
            var sourced = source(engine, criteria);
            assertThat(sourced.payloads()).isEqualTo(source(other, criteria).payloads());
            assertThat(sourced.payloads()).hasSize(criteria.equals(EventCriteria.havingTags(GHOUTA)) ? 20 : 40);
            assertThat(sourced.payloads()).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_sourced_again_and_again_while_the_log_grows_is_always_whole() {
        var wanted = new ArrayList<String>();
        for (var i = 0; i < 60; i++) {
            append(event("g" + i, GHOUTA), event("h" + i, HOMS));
            wanted.add("g" + i);
            // Often enough that the last time is still in the tail, and so seldom that it is not.
            if (i < 20 || i % 9 == 0) {
                assertThat(source(engine, EventCriteria.havingTags(GHOUTA)).payloads())
                        .isEqualTo(wanted);
                assertThat(source(engine, EventCriteria.havingTags(PERMIT)).payloads())
                        .isEmpty();
            }
        }
    }

    @Test
    void one_event_of_the_tail_is_decoded_once_for_all() {
        append(event("a", GHOUTA));
        assertThat(source(engine, EventCriteria.havingTags(GHOUTA)).messages().getFirst())
                .isSameAs(source(engine, EventCriteria.havingTags(GHOUTA))
                        .messages()
                        .getFirst());
    }

    @Test
    void an_append_without_a_condition_always_goes_through() {
        append(event("a", GHOUTA));
        append(AppendCondition.none(), event("b", GHOUTA));
        append(
                AppendCondition.withCriteria(EventCriteria.havingTags(GHOUTA)).withMarker(ConsistencyMarker.INFINITY),
                event("c", GHOUTA));
        assertThat(engine.head()).isEqualTo(3);
    }

    @Test
    void an_append_conflicts_exactly_when_a_matching_event_lies_past_its_marker() {
        // With a tail of seven, early markers are answered by the log and late ones from memory.
        var written = new ArrayList<Set<Tag>>();
        for (var i = 0; i < 6; i++) {
            append(event("g", GHOUTA), event("hp", HOMS, PERMIT));
            written.addAll(List.of(Set.of(GHOUTA), Set.of(HOMS, PERMIT)));
        }
        var name = new QualifiedName("things.Written");
        var other = new QualifiedName("things.Other");
        var refused = 0;
        var granted = 0;
        for (var criteria : List.of(
                EventCriteria.havingAnyTag(),
                EventCriteria.havingTags(GHOUTA),
                EventCriteria.havingTags(HOMS, PERMIT),
                EventCriteria.havingTags(GHOUTA, PERMIT),
                EventCriteria.havingTags(GHOUTA, PERMIT).or(EventCriteria.havingTags(GHOUTA)),
                EventCriteria.havingTags(GHOUTA).andBeingOneOfTypes(name),
                EventCriteria.havingTags(GHOUTA).andBeingOneOfTypes(other),
                EventCriteria.havingAnyTag().andBeingOneOfTypes(other, name),
                EventCriteria.havingAnyTag().andBeingOneOfTypes(other),
                EventCriteria.havingTags("coalition", "raqqa"))) {
            for (var marker = -1; marker < written.size(); marker++) {
                var isConflict = written.subList(marker + 1, written.size()).stream()
                        .anyMatch(tags -> criteria.matches(name, tags));
                if (isConflict) {
                    refused++;
                    assertConflict(engine, after(marker, criteria), event("never", GHOUTA));
                } else if (granted++ % 4 == 0) {
                    append(after(marker, criteria), event("more", PERMIT));
                    written.add(Set.of(PERMIT));
                } else {
                    var tags = granted % 2 == 0 ? new Tag[] {GHOUTA} : new Tag[] {HOMS, PERMIT};
                    append(after(marker, criteria), event("more", tags));
                    written.add(Set.of(tags));
                    marker += 3;
                }
            }
        }
        assertThat(engine.head()).isEqualTo(written.size());
        assertThat(refused).isGreaterThan(50);
        assertThat(granted).isGreaterThan(20);
    }

    @Test
    void a_refused_append_leaves_nothing_and_a_granted_one_all_of_its_events() {
        append(event("a", GHOUTA));
        assertConflict(engine, after(-1, EventCriteria.havingTags(GHOUTA)), event("b", HOMS), event("c", HOMS));
        assertThat(source(engine, EventCriteria.havingTags(HOMS)).messages()).isEmpty();
        assertThat(engine.head()).isOne();

        append(after(0, EventCriteria.havingTags(GHOUTA)), event("b", HOMS), event("c", HOMS));
        assertThat(source(engine, EventCriteria.havingTags(HOMS)).payloads()).containsExactly("b", "c");
        var positions = engine.read(0, 10).stream().map(LoggedEvent::commitId).toList();
        assertThat(positions.get(1)).isEqualTo(positions.get(2)).isNotEqualTo(positions.get(0));
    }

    @Test
    void an_append_answers_with_the_marker_of_its_last_event() {
        append(event("a"));
        var transaction = begin(engine, AppendCondition.none(), event("b"), event("c"));
        var where = transaction.commit(null).join();
        assertThat(where).isEqualTo(new StoredAt(1, 2));
        assertThat(transaction.afterCommit(where, null).join()).isEqualTo(new GlobalIndexConsistencyMarker(2));
    }

    @Test
    void appending_no_events_is_a_success_that_changes_nothing() {
        assertThat(engine.appendEvents(AppendCondition.none(), null, List.of())
                        .join()
                        .commit(null))
                .succeedsWithin(Duration.ofSeconds(1));
        assertThat(engine.head()).isZero();
    }

    @Test
    void a_commit_id_is_stored_once_and_every_repeat_is_told_where() {
        append(event("before"));
        var first = commit(engine, AppendCondition.none(), named("once", event("a")), named("once", event("b")));
        for (var i = 0; i < 10; i++) {
            append(event("between", GHOUTA));
            var again = commit(engine, AppendCondition.none(), named("once", event("x")));
            var conflicting = commit(engine, after(-1, EventCriteria.havingTags(GHOUTA)), named("once", event("y")));
            assertThat(List.of(again, conflicting)).containsOnly(first);
        }
        assertThat(first).isEqualTo(new StoredAt(1, 2));
        assertThat(engine.head()).isEqualTo(13);
        assertThat(engine.find("once")).contains(first);
        assertThat(engine.find("never")).isEmpty();
        var reopened = open(SMALL_TAIL);
        assertThat(commit(reopened, AppendCondition.none(), named("once", event("z"))))
                .isEqualTo(first);
        assertThat(reopened.find("once")).contains(first);
        assertThat(reopened.head()).isEqualTo(13);
    }

    @Test
    void a_commit_id_is_not_stored_again_in_the_metadata() {
        commit(engine, AppendCondition.none(), named("once", event("a")));
        var logged = engine.read(0, 1).getFirst();
        assertThat(logged.commitId()).isEqualTo("once");
        assertThat(logged.event().metadata()).isEqualTo(Map.of("user", "p"));
    }

    @Test
    void a_commit_id_whose_commit_was_refused_can_be_used_again() {
        append(event("a", GHOUTA));
        var condition = after(-1, EventCriteria.havingTags(GHOUTA));
        assertConflict(engine, condition, named("once", event("b", GHOUTA)));
        assertThat(commit(engine, after(0, EventCriteria.havingTags(GHOUTA)), named("once", event("b", GHOUTA))))
                .isEqualTo(new StoredAt(1, 1));
    }

    @Test
    void the_same_commit_sent_many_times_at_once_over_two_engines_is_stored_once() throws Exception {
        var engines = List.of(engine, open(SMALL_TAIL));
        for (var round = 0; round < 10; round++) {
            var id = "once-" + round;
            var marker = Math.max(
                    source(engines.get(0), EventCriteria.havingTags(GHOUTA)).marker(), -1);
            var sends = new ArrayList<Callable<StoredAt>>();
            for (var i = 0; i < 16; i++) {
                var mine = engines.get(i % 2);
                // One in four carries another number of events, as a confused sender would.
                var events = i % 4 == 0
                        ? List.of(named(id, event("x", GHOUTA)), named(id, event("y", GHOUTA)))
                        : List.of(named(id, event("x", GHOUTA)));
                sends.add(() -> begin(mine, after(marker, EventCriteria.havingTags(GHOUTA)), events)
                        .commit(null)
                        .join());
            }
            var answers = new HashSet<StoredAt>();
            for (var done : all(sends)) {
                answers.add(done);
            }
            assertThat(answers).hasSize(1);
            assertThat(engines.get(0).find(id))
                    .isEqualTo(Optional.of(answers.iterator().next()));
            append(event("next"));
        }
        assertGapless();
    }

    @Test
    void events_of_one_commit_cannot_name_different_commit_ids() {
        assertThatThrownBy(() -> commit(engine, AppendCondition.none(), named("a", event("x")), named("b", event("y"))))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(engine.head()).isZero();
    }

    @Test
    void what_is_over_the_limits_is_refused_and_what_is_with_it_is_not() {
        var tags = IntStream.rangeClosed(0, LogLimits.TAGS_IN_EVENT_MAX)
                .mapToObj(i -> new Tag("t", "" + i))
                .toArray(Tag[]::new);
        assertThatThrownBy(() -> commit(engine, AppendCondition.none(), event("x", tags)))
                .hasCauseInstanceOf(LimitExceeded.class);
        append(event("y"));
        assertThat(engine.head()).isOne();
    }

    @Test
    void positions_are_gapless_under_64_writers_on_two_engines() throws Exception {
        var engines = List.of(engine, open(LogSettings.oneNode().withTailEventsMax(50)));
        var writers = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 64; i++) {
            var writer = i;
            writers.add(() -> {
                var last = -1L;
                for (var n = 0; n < 20; n++) {
                    var events = IntStream.rangeClosed(0, n % 3)
                            .mapToObj(e -> event("w" + writer, new Tag("writer", "" + writer)))
                            .toList();
                    var where = begin(engines.get(writer % 2), AppendCondition.none(), events)
                            .commit(null)
                            .join();
                    assertThat(where.position()).isGreaterThan(last);
                    assertThat(where.size()).isEqualTo(events.size());
                    last = where.last();
                }
                return 1;
            });
        }
        assertThat(all(writers)).hasSize(64);
        assertGapless();
        var events = IntStream.range(0, 20).map(n -> 1 + n % 3).sum();
        assertThat(open(SMALL_TAIL).head()).isEqualTo(64L * events);
        assertThat(source(open(SMALL_TAIL), EventCriteria.havingTags("writer", "13"))
                        .messages())
                .hasSize(events);
    }

    @Test
    void events_can_be_read_and_sourced_while_appends_go_on() throws Exception {
        var writing = new CountDownLatch(200);
        engine.onAppend(head -> {});
        try (var threads = Executors.newFixedThreadPool(3)) {
            var readers = List.of(threads.submit(() -> readAll(200)), threads.submit(() -> {
                for (var before = 0; before < 200; ) {
                    var sourced = source(engine, EventCriteria.havingTags(GHOUTA));
                    assertThat(sourced.messages().size()).isGreaterThanOrEqualTo(before);
                    assertThat(sourced.marker()).isEqualTo(sourced.messages().size() - 1L);
                    before = sourced.messages().size();
                }
                return 200L;
            }));
            for (var i = 0; i < 200; i++) {
                append(event("e" + i, GHOUTA));
                writing.countDown();
            }
            for (var reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
    }

    private long readAll(long until) {
        var next = 0L;
        while (next < until) {
            for (var logged : engine.read(next, 3)) {
                assertThat(logged.position()).isEqualTo(next++);
            }
        }
        return next;
    }

    @Test
    void reading_gives_the_events_from_a_position_on() {
        for (var i = 0; i < 10; i++) {
            append(event("a" + i), event("b" + i));
        }
        for (var from = 0; from <= 20; from++) {
            var events = engine.read(from, 4);
            assertThat(events).hasSizeBetween(Math.min(1, 20 - from), 4);
            for (var i = 0; i < events.size(); i++) {
                assertThat(events.get(i).position()).isEqualTo(from + i);
                assertThat(events.get(i).event().payload()).startsWith((from + i) % 2 == 0 ? "a" : "b");
            }
        }
        assertThat(engine.read(100, 4)).isEmpty();
    }

    @Test
    void listeners_are_told_when_the_head_moves_and_one_that_fails_harms_nobody() {
        var heads = new AtomicInteger();
        engine.onAppend(head -> {
            throw new IllegalStateException("on purpose");
        });
        var remove = engine.onAppend(head -> heads.set((int) head));
        append(event("a"), event("b"));
        await(() -> heads.get() == 2);
        append(event("c"));
        await(() -> heads.get() == 3);
        remove.run();
        append(event("d"));
        assertThat(heads).hasValue(3);
    }

    @Test
    void appends_of_another_node_are_noticed_without_writing() {
        var polling = open(SMALL_TAIL.withPoll(Duration.ofMillis(20)));
        var heads = new AtomicInteger();
        polling.onAppend(head -> heads.set((int) head));
        append(event("a", GHOUTA), event("b", GHOUTA));
        await(() -> heads.get() == 2);
        assertThat(source(polling, EventCriteria.havingTags(GHOUTA)).payloads()).containsExactly("a", "b");
    }

    @Test
    void an_append_sees_what_another_node_appended_before() {
        var other = open(SMALL_TAIL);
        append(event("a", GHOUTA));
        assertThat(other.head()).as("it does not poll").isZero();
        assertConflict(other, after(-1, EventCriteria.havingTags(GHOUTA)), event("b", GHOUTA));
        assertThat(other.head()).isOne();
        commit(other, after(0, EventCriteria.havingTags(GHOUTA)), event("b", GHOUTA));
        assertThat(source(other, EventCriteria.havingTags(GHOUTA)).payloads()).containsExactly("a", "b");
    }

    @Test
    void the_head_is_where_it_was_when_the_log_is_opened_again() {
        append(event("a"), event("b"));
        append(event("c", GHOUTA));
        engine.close();
        opened.remove(engine);

        engine = open(SMALL_TAIL);

        assertThat(engine.head()).isEqualTo(3);
        assertThat(source(engine, EventCriteria.havingTags(GHOUTA)).payloads()).containsExactly("c");
        assertThat(append(event("d"))).isEqualTo(new StoredAt(3, 1));
    }

    @Test
    void a_closed_engine_refuses_and_says_so() {
        engine.close();
        opened.remove(engine);
        assertThatThrownBy(() -> commit(engine, AppendCondition.none(), event("x")))
                .hasCauseInstanceOf(LogStopped.class);
    }

    @Test
    void a_stream_has_what_is_there_and_says_when_there_is_more() {
        for (var i = 0; i < 10; i++) {
            append(event("g" + i, GHOUTA), event("h" + i, HOMS));
        }
        var calls = new AtomicInteger();
        var stream = engine.stream(
                StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(1), EventCriteria.havingTags(GHOUTA)),
                null);
        stream.setCallback(calls::incrementAndGet);
        assertThat(calls.get()).isPositive(); // more often if word of what was appended before is still on its way
        for (var i = 1; i < 10; i++) {
            assertThat(stream.peek()).isPresent();
            var entry = stream.next().orElseThrow();
            assertThat(payload(entry.message())).isEqualTo("g" + i);
            assertThat(TrackingToken.fromContext(entry)).contains(new GlobalSequenceTrackingToken(2L * i + 1));
        }
        assertThat(stream.hasNextAvailable()).isFalse();
        assertThat(stream.next()).isEmpty();
        assertThat(stream.isCompleted()).isFalse();

        var before = calls.get();
        append(event("g10", GHOUTA));
        await(() -> calls.get() > before);
        assertThat(stream.next().map(entry -> payload(entry.message()))).contains("g10");
        stream.close();
        assertThat(stream.isCompleted()).isTrue();
    }

    @Test
    void tokens_say_where_a_stream_begins() {
        append(at(AT, event("a")));
        append(at(AT.plusSeconds(60), event("b")));
        append(at(AT.plusSeconds(30), event("c")));
        append(at(AT.plusSeconds(90), event("d")));
        assertThat(engine.firstToken(null).join()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.latestToken(null).join()).isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(engine.tokenAt(AT, null).join()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.tokenAt(AT.plusSeconds(45), null).join()).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.tokenAt(AT.plusSeconds(61), null).join()).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(engine.tokenAt(AT.plusSeconds(99), null).join()).isEqualTo(new GlobalSequenceTrackingToken(4));
    }

    @Test
    void each_contested_thing_is_won_by_exactly_one_of_64_racers() throws Exception {
        race(List.of(Things.over(engine)));
    }

    @Test
    void each_contested_thing_is_won_by_exactly_one_of_64_racers_on_two_engines() throws Exception {
        race(List.of(Things.over(engine), Things.over(open(SMALL_TAIL.withPoll(Duration.ofMillis(5))))));
    }

    @Test
    void a_command_sent_twice_at_once_under_one_commit_id_has_one_effect() throws Exception {
        var nodes = List.of(Things.over(engine), Things.over(open(SMALL_TAIL)));
        var sends = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var gateway = nodes.get(i % 2).getComponent(CommandGateway.class);
            sends.add(() -> {
                try {
                    gateway.send(
                                    new TakeThing("thing", "racer"),
                                    Metadata.with(LogEventStorageEngine.COMMIT_ID, "key-1"),
                                    null)
                            .getResultMessage()
                            .join();
                } catch (CompletionException e) {
                    assertThat(e).hasCauseInstanceOf(Taken.class);
                }
                return 1;
            });
        }
        assertThat(all(sends)).hasSize(8);
        assertThat(engine.find("key-1")).contains(new StoredAt(0, 1));
        assertThat(openStoreHead()).isOne();
        nodes.forEach(AxonConfiguration::shutdown);
    }

    @Test
    void commands_at_one_boundary_take_turns_within_a_node() throws Exception {
        var callers = 64;
        var each = 10;
        var commands = callers * each;
        var adding = new Things.Adding();
        var node = Things.over(engine, adding);
        var gateway = node.getComponent(CommandGateway.class);
        var barrier = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        barrier.await();
                        for (var i = 0; i < each; i++) {
                            gateway.sendAndWait(new Things.AddOne("shared"));
                        }
                        return caller;
                    }))
                    .toList();
            barrier.countDown();
            for (var caller : running) {
                caller.get(60, TimeUnit.SECONDS);
            }
        }
        node.shutdown();

        assertThat(engine.head()).isEqualTo(commands);
        assertThat(engine.read(commands - 1, 1).getFirst().event().payload()).contains("\"now\":" + commands);
        // Each of the first may lose one race; after that a turn is taken for each command, now and then a bit early.
        assertThat(adding.attempts).hasValueLessThan(callers + 2 * commands);
        assertThat(engine.lanes().isEmpty()).isTrue();
    }

    private void race(List<AxonConfiguration> nodes) throws Exception {
        var things = 50;
        var barrier = new CountDownLatch(1);
        var wins = new AtomicInteger();
        var racers = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 64; i++) {
            var racer = i;
            var gateway = nodes.get(i % nodes.size()).getComponent(CommandGateway.class);
            racers.add(() -> {
                barrier.await();
                for (var thing = 0; thing < things; thing++) {
                    try {
                        gateway.sendAndWait(new TakeThing("thing-" + thing, "racer-" + racer));
                        wins.incrementAndGet();
                    } catch (Taken expected) {
                        assertThat(expected.getMessage()).isIn("taken", "enough");
                    }
                }
                return 1;
            });
        }
        try (var threads = Executors.newFixedThreadPool(64)) {
            var running = racers.stream().map(threads::submit).toList();
            barrier.countDown();
            for (var racer : running) {
                assertThat(racer.get(60, TimeUnit.SECONDS)).isOne();
            }
        }
        nodes.forEach(AxonConfiguration::shutdown);

        assertThat(wins).hasValue(things);
        var winners = new HashMap<String, Set<String>>();
        var held = new HashMap<String, Integer>();
        for (var logged : open(SMALL_TAIL).read(0, 1_000)) {
            var taken = Things.converter()
                    .<ThingTaken>convert(logged.event().payload().getBytes(StandardCharsets.UTF_8), ThingTaken.class);
            assertThat(winners.put(taken.thing(), Set.of(taken.racer()))).isNull();
            assertThat(held.merge(taken.racer(), 1, Integer::sum)).isLessThanOrEqualTo(HELD_MAX);
        }
        assertThat(winners).hasSize(things);
    }

    private record Sourced(List<EventMessage> messages, long marker) {
        List<String> payloads() {
            return messages.stream().map(LogEngineContract::payload).toList();
        }
    }

    private static Sourced source(LogEventStorageEngine engine, EventCriteria criteria) {
        var stream = engine.source(SourcingCondition.conditionFor(criteria), null);
        var messages = new ArrayList<EventMessage>();
        while (true) {
            var entry = stream.next().orElseThrow();
            var marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
            if (marker != null) {
                assertThat(stream.isCompleted()).isTrue();
                return new Sourced(messages, GlobalIndexConsistencyMarker.position(marker));
            }
            messages.add(entry.message());
        }
    }

    private static String payload(EventMessage message) {
        return new String(message.payloadAs(byte[].class), StandardCharsets.UTF_8);
    }

    private StoredAt append(TaggedEventMessage<?>... events) {
        return append(AppendCondition.none(), events);
    }

    private StoredAt append(AppendCondition condition, TaggedEventMessage<?>... events) {
        return commit(engine, condition, events);
    }

    private static StoredAt commit(
            LogEventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        return begin(engine, condition, events).commit(null).join();
    }

    private static AppendTransaction<StoredAt> begin(
            LogEventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        return begin(engine, condition, List.of(events));
    }

    @SuppressWarnings("unchecked")
    private static AppendTransaction<StoredAt> begin(
            LogEventStorageEngine engine, AppendCondition condition, List<? extends TaggedEventMessage<?>> events) {
        return (AppendTransaction<StoredAt>)
                engine.appendEvents(condition, null, List.copyOf(events)).join();
    }

    private static void assertConflict(
            LogEventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        var before = engine.head();
        CompletableFuture<StoredAt> answer = begin(engine, condition, events).commit(null);
        assertThatThrownBy(answer::join).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(engine.head()).isGreaterThanOrEqualTo(before);
    }

    private static AppendCondition after(long marker, EventCriteria criteria) {
        return AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(marker));
    }

    private static TaggedEventMessage<?> event(String payload, Tag... tags) {
        return tagged(new Tagged(payload, AT, Map.of("user", "p"), Set.of(tags)));
    }

    private record Tagged(String payload, Instant at, Map<String, String> metadata, Set<Tag> tags) {}

    private static TaggedEventMessage<?> tagged(Tagged event) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("things.Written", "1"),
                        event.payload(),
                        event.metadata(),
                        event.at()),
                event.tags());
    }

    private static TaggedEventMessage<?> named(String commitId, TaggedEventMessage<?> event) {
        return tagged(new Tagged(
                (String) event.event().payload(),
                AT,
                Map.of("user", "p", LogEventStorageEngine.COMMIT_ID, commitId),
                event.tags()));
    }

    private static TaggedEventMessage<?> at(Instant at, TaggedEventMessage<?> event) {
        return tagged(new Tagged((String) event.event().payload(), at, Map.of(), event.tags()));
    }

    private static <T> List<T> all(List<Callable<T>> calls) throws Exception {
        var results = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var done : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
                results.add(done.get());
            }
        }
        return results;
    }

    private long openStoreHead() {
        return open(SMALL_TAIL).head();
    }

    private void assertGapless() {
        var next = 0L;
        var ids = new HashSet<String>();
        var reader = open(SMALL_TAIL);
        for (var more = reader.read(0, 100); !more.isEmpty(); more = reader.read(next, 100)) {
            for (var logged : more) {
                assertThat(logged.position()).isEqualTo(next++);
                assertThat(ids.add(logged.event().id())).isTrue();
            }
        }
        assertThat(next).isEqualTo(reader.head());
    }

    private static void await(BooleanSupplier condition) {
        var giveUpAt = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited ten seconds").isLessThan(giveUpAt);
            Thread.onSpinWait();
        }
    }
}
