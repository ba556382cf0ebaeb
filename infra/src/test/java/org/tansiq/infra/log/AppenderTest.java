package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.sqlite.SqliteCommitLog;

/** What happens when the store is slow, full or broken. */
class AppenderTest {
    private static final Tag TASK = new Tag("task", "permit");

    @TempDir
    private Path folder;

    private FaultyLog log;
    private LogEventStorageEngine engine;

    @BeforeEach
    void open() {
        log = new FaultyLog(new SqliteCommitLog(folder.resolve("log.db")));
        engine = engine(LogSettings.oneNode().withWaitingMax(20));
    }

    @AfterEach
    void close() {
        log.goOn();
        engine.close();
    }

    private LogEventStorageEngine engine(LogSettings settings) {
        return new LogEventStorageEngine(log, Things.converter(), settings);
    }

    @Test
    void more_than_may_wait_is_refused_as_overloaded_and_all_else_is_stored() {
        log.holdUp();
        var first = send("first");
        awaitGroup(1);
        var taken = new ArrayList<CompletableFuture<StoredAt>>();
        for (var i = 0; i < 20; i++) {
            taken.add(send("e" + i));
        }
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(send("too many")::join).hasCauseInstanceOf(Overloaded.class);
        }

        log.goOn();

        assertThat(first.join()).isEqualTo(new StoredAt(0, 1));
        taken.forEach(CompletableFuture::join);
        assertThat(log.head()).isEqualTo(21);
        assertThat(send("after").join()).isEqualTo(new StoredAt(21, 1));
    }

    @Test
    void what_waits_is_written_together_and_capped_by_count_and_by_bytes() {
        engine.close();
        log = new FaultyLog(new SqliteCommitLog(folder.resolve("log.db")));
        engine = engine(new LogSettings(100, 4, 4_000, 100, 1 << 20, Duration.ZERO));
        log.holdUp();
        var answers = new ArrayList<>(List.of(send("first")));
        awaitGroup(1);
        for (var i = 0; i < 8; i++) {
            answers.add(send("small"));
        }
        for (var i = 0; i < 3; i++) {
            answers.add(send("x".repeat(2_500)));
        }
        answers.add(send("x".repeat(10_000)));

        log.goOn();

        answers.forEach(CompletableFuture::join);
        assertThat(log.groups().stream().map(List::size)).containsExactly(1, 4, 4, 1, 1, 1, 1);
        assertThat(engine.head()).isEqualTo(13);
    }

    @Test
    void of_those_in_one_group_the_first_on_a_boundary_wins() {
        log.holdUp();
        var first = send("first");
        awaitGroup(1);
        var condition = AppendCondition.withCriteria(EventCriteria.havingTags(TASK));
        var winner = send(condition, "winner", TASK);
        var loser = send(condition, "loser", TASK);
        var other = send(AppendCondition.withCriteria(EventCriteria.havingTags("task", "banner")), "other");

        log.goOn();

        assertThat(first.join()).isEqualTo(new StoredAt(0, 1));
        assertThat(winner.join()).isEqualTo(new StoredAt(1, 1));
        assertThatThrownBy(loser::join).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(other.join()).isEqualTo(new StoredAt(2, 1));
    }

    @Test
    void a_failed_group_is_refused_and_the_next_stands_on_what_is_really_there() {
        log.next(commits -> new Appended.Failed(0, new LogFailure("full", null)));
        assertThatThrownBy(send("a")::join).hasCauseInstanceOf(LogFailure.class);
        assertThat(engine.head()).isZero();
        assertThat(send("b").join()).isEqualTo(new StoredAt(0, 1));
    }

    @Test
    void a_group_whose_outcome_is_unknown_and_that_was_stored_is_seen_by_the_next() {
        log.next(commits -> {
            log.behind().append(commits);
            return new Appended.Failed(0, new OutcomeUnknown("cut", new IllegalStateException("connection lost")));
        });
        var unknown = send("a", TASK);
        assertThatThrownBy(unknown::join).hasCauseInstanceOf(OutcomeUnknown.class);

        var stale = send(AppendCondition.withCriteria(EventCriteria.havingTags(TASK)), "b", TASK);
        assertThatThrownBy(stale::join).hasCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(send("c").join()).isEqualTo(new StoredAt(1, 1));
    }

    @Test
    void an_unknown_outcome_is_resolved_by_sending_the_same_commit_id_again() {
        log.next(commits -> {
            log.behind().append(commits);
            throw new OutcomeUnknown("cut", new IllegalStateException("connection lost"));
        });
        assertThatThrownBy(send(AppendCondition.none(), event("once", "a"))::join)
                .hasCauseInstanceOf(OutcomeUnknown.class);
        assertThat(send(AppendCondition.none(), event("once", "a")).join()).isEqualTo(new StoredAt(0, 1));
        assertThat(log.head()).isOne();
    }

    @Test
    void those_of_a_group_that_were_stored_before_the_failure_are_told_so() {
        log.holdUp();
        var first = send("first");
        awaitGroup(1);
        var second = send("second");
        var third = send("third");
        log.second(commits -> {
            log.behind().append(commits.subList(0, 1));
            return new Appended.Failed(1, new LogFailure("full", null));
        });

        log.goOn();

        assertThat(first.join()).isEqualTo(new StoredAt(0, 1));
        assertThat(second.join()).isEqualTo(new StoredAt(1, 1));
        assertThatThrownBy(third::join).hasCauseInstanceOf(LogFailure.class);
        assertThat(send("fourth").join()).isEqualTo(new StoredAt(2, 1));
    }

    @Test
    void nothing_is_written_while_it_is_not_known_what_is_there() {
        log.next(commits -> {
            log.unreadable(true);
            throw new OutcomeUnknown("cut", new IllegalStateException("connection lost"));
        });
        assertThatThrownBy(send("a")::join).hasCauseInstanceOf(OutcomeUnknown.class);
        var written = log.groups().size();
        assertThatThrownBy(send("b")::join).hasCauseInstanceOf(LogFailure.class);
        assertThat(log.groups()).hasSize(written);

        log.unreadable(false);
        assertThat(send("c").join()).isEqualTo(new StoredAt(0, 1));
    }

    @Test
    void after_a_failure_of_the_disk_the_log_takes_nothing_more_and_says_so() {
        log.next(commits -> {
            throw new LogStopped("the disk failed", null);
        });
        assertThatThrownBy(send("a")::join).hasCauseInstanceOf(LogStopped.class);
        assertThatThrownBy(send("b")::join).hasCauseInstanceOf(LogStopped.class).hasMessageContaining("disk");
        assertThat(log.head()).isZero();
    }

    @Test
    void closing_writes_the_group_at_hand_and_refuses_what_waits() {
        log.holdUp();
        var atHand = send("at hand");
        awaitGroup(1);
        var waits = send("waits");
        var closing = CompletableFuture.runAsync(engine::close);
        assertThat(atHand).isNotDone();
        // Time for the closing thread to say that it closes.
        pause(200);
        assertThat(waits).isNotDone();

        log.goOn();

        closing.join();
        assertThat(atHand.join()).isEqualTo(new StoredAt(0, 1));
        assertThatThrownBy(waits::join).hasCauseInstanceOf(LogStopped.class);
    }

    private void awaitGroup(int groups) {
        while (log.groups().size() < groups) {
            pause(1);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<StoredAt> send(String payload, Tag... tags) {
        return send(AppendCondition.none(), payload, tags);
    }

    private CompletableFuture<StoredAt> send(AppendCondition condition, String payload, Tag... tags) {
        return send(condition, event(null, payload, tags));
    }

    @SuppressWarnings("unchecked")
    private CompletableFuture<StoredAt> send(AppendCondition condition, TaggedEventMessage<?> event) {
        return (CompletableFuture<StoredAt>)
                engine.appendEvents(condition, null, List.of(event)).join().commit(null);
    }

    private static TaggedEventMessage<?> event(@Nullable String id, String payload, Tag... tags) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(
                        UUID.randomUUID().toString(),
                        new MessageType("things.Written", "1"),
                        payload,
                        id == null ? Map.of() : Map.of(LogEventStorageEngine.COMMIT_ID, id),
                        Instant.EPOCH),
                Set.of(tags));
    }
}
