package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Set<Tag> HERE = Set.of(new Tag("task", "a"));
    private static final Set<Tag> THERE = Set.of(new Tag("task", "b"));

    private final Lanes lanes = new Lanes(3);

    @Test
    void the_first_goes_at_once_and_the_others_one_after_the_other_as_they_came() {
        var turns = new ArrayList<CompletableFuture<Void>>();
        for (var command : List.of("1", "2", "3")) {
            turns.add(lanes.enter(HERE, command));
        }
        assertThat(turns.get(0)).isCompleted();
        assertThat(turns.get(1)).isNotDone();
        lanes.leave(HERE);
        turns.get(1).join();
        assertThat(turns.get(2)).isNotDone();
        lanes.leave(HERE);
        turns.get(2).join();
        lanes.leave(HERE);
        assertThat(lanes.isEmpty()).isTrue();
    }

    @Test
    void boundaries_do_not_wait_for_each_other() {
        enter(HERE, "1");
        assertThat(lanes.enter(THERE, "2")).isCompleted();
    }

    @Test
    void a_boundary_is_busy_for_those_without_a_turn_anywhere() {
        assertThat(lanes.isBusy(HERE, "1")).isFalse();
        enter(HERE, "1");
        enter(THERE, "2");
        assertThat(lanes.isBusy(HERE, "1")).isFalse();
        assertThat(lanes.isBusy(HERE, "2")).isFalse();
        assertThat(lanes.isBusy(HERE, "3")).isTrue();
        lanes.leave(HERE);
        assertThat(lanes.isBusy(HERE, "3")).isFalse();
    }

    private void enter(Set<Tag> boundary, String command) {
        assertThat(lanes.enter(boundary, command)).isNotNull();
    }

    @Test
    void no_more_wait_than_may() {
        for (var i = 0; i < 4; i++) {
            enter(HERE, "" + i);
        }
        assertThat(lanes.enter(HERE, "one too many")).failsWithin(0, TimeUnit.SECONDS);
        assertThat(lanes.enter(THERE, "elsewhere")).isCompleted();
    }
}
