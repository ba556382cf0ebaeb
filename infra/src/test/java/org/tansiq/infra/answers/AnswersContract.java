package org.tansiq.infra.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of answers keeps to. */
abstract class AnswersContract {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final int RACERS = 8;

    private Answers answers;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract Answers open();

    @BeforeEach
    void begin() {
        answers = open();
    }

    @AfterEach
    void end() {
        answers.close();
    }

    @Test
    void what_was_kept_is_found_also_when_opened_anew() {
        assertThat(answers.find("a", NOW)).isEmpty();
        answers.keep("a", done("first", NOW));
        assertThat(text("a", NOW)).isEqualTo("first");
        answers.close();
        answers = open();
        assertThat(text("a", NOW)).isEqualTo("first");
        assertThat(answers.find("b", NOW)).isEmpty();
    }

    @Test
    void the_first_answer_stays() {
        answers.keep("a", done("first", NOW));
        assertThat(text(answers.keep("a", done("second", NOW)))).isEqualTo("first");
        assertThat(text(answers.keep("a", refused("refusal", NOW)))).isEqualTo("first");
        assertThat(text("a", NOW)).isEqualTo("first");
    }

    @Test
    void a_refusal_gives_way_to_what_was_done_and_to_no_other_refusal() {
        answers.keep("a", refused("refusal", NOW));
        assertThat(text(answers.keep("a", refused("another", NOW)))).isEqualTo("refusal");
        assertThat(text(answers.keep("a", done("done", NOW)))).isEqualTo("done");
        assertThat(text("a", NOW)).isEqualTo("done");
    }

    @Test
    void after_a_day_an_answer_is_forgotten() {
        answers.keep("a", done("old", NOW));
        var justBefore = NOW.plus(Answers.KEPT).minusMillis(1);
        assertThat(text("a", justBefore)).isEqualTo("old");
        var tooLate = NOW.plus(Answers.KEPT);
        assertThat(answers.find("a", tooLate)).isEmpty();
        assertThat(text(answers.keep("a", refused("new", tooLate)))).isEqualTo("new");
        assertThat(text("a", tooLate)).isEqualTo("new");
    }

    @Test
    void many_answers_are_kept_and_only_old_ones_cleared_away() {
        for (var i = 0; i < 1_500; i++) {
            answers.keep("old-" + i, done("old", NOW.minus(Duration.ofDays(2))));
        }
        for (var i = 0; i < 1_500; i++) {
            answers.keep("new-" + i, done("new", NOW));
        }
        assertThat(text("new-0", NOW)).isEqualTo("new");
        assertThat(text("new-1499", NOW)).isEqualTo("new");
    }

    @Test
    void of_many_at_once_one_is_kept_and_all_are_told_which() throws Exception {
        var barrier = new CyclicBarrier(RACERS);
        var kept = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            List<Callable<String>> racers = IntStream.range(0, RACERS)
                    .<Callable<String>>mapToObj(racer -> () -> {
                        barrier.await();
                        return text(answers.keep("a", done("racer " + racer, NOW)));
                    })
                    .toList();
            for (var racer : threads.invokeAll(racers)) {
                kept.add(racer.get());
            }
        }
        assertThat(kept).containsExactly(text("a", NOW));
    }

    private String text(String id, Instant now) {
        return text(answers.find(id, now).orElseThrow());
    }

    private static String text(KeptAnswer answer) {
        return new String(answer.sealed(), UTF_8);
    }

    private static KeptAnswer done(String text, Instant at) {
        return new KeptAnswer(true, at, text.getBytes(UTF_8));
    }

    private static KeptAnswer refused(String text, Instant at) {
        return new KeptAnswer(false, at, text.getBytes(UTF_8));
    }
}
