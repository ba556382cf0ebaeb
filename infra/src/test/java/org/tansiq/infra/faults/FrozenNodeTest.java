package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tansiq.domain.tasks.TaskId;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.mongo.TestMongo;
import org.tansiq.infra.wiring.Installation;

/**
 * Two processes on one MongoDB; one is frozen in the middle of whatever it does, for longer than any right that it holds
 * for a time, and then goes on as if nothing had been. Nothing that it still writes sets back what the other has done.
 */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class FrozenNodeTest {
    private static final int FREEZES = Extent.of(2, 40);
    private static final Duration FROZEN = Duration.ofSeconds(Long.getLong("tansiq.faults.frozen-seconds", 7));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Random random = Extent.random(this);

    @Test
    void a_node_that_was_frozen_sets_nothing_back() throws Exception {
        try (var mongo = new TestMongo();
                var one = ChildJvm.start(
                        NodeChild.class, Stores.of(mongo), Stores.of(mongo), "one", random.nextLong(), 3);
                var other = ChildJvm.start(
                        NodeChild.class, Stores.of(mongo), Stores.of(mongo), "other", random.nextLong(), 3)) {
            one.await("READY");
            other.await("READY");
            for (var freeze = 0; freeze < FREEZES; freeze++) {
                Thread.sleep(200 + random.nextInt(500));
                var frozen = freeze % 2 == 0 ? one : other;
                var going = freeze % 2 == 0 ? other : one;
                frozen.freeze();
                var before = going.lines().size();
                Thread.sleep(FROZEN);
                assertThat(going.lines()).as("the other node goes on").hasSizeGreaterThan(before);
                frozen.thaw();
            }
            one.end();
            other.end();
            check(mongo, one, other);
        }
    }

    private static void check(TestMongo mongo, ChildJvm one, ChildJvm other) {
        var answers = new ArrayList<>(LogCheck.answers(one));
        answers.addAll(LogCheck.answers(other));
        assertThat(LogCheck.of(Kind.STORED, answers)).isNotEmpty();
        try (var node = Node.open(Stores.of(mongo), Stores.of(mongo))) {
            assertThat(node.send(Campaign.opening(new TaskId("last")), "last").kind())
                    .isEqualTo(Kind.STORED);
            var head = -1L;
            while (head < node.head()) {
                // What a leaving organisation held may still be on its way back.
                head = node.head();
                assertThat(node.installation().views().await(head - 1, PATIENCE))
                        .isTrue();
            }
        }
        try (var log = mongo.openLog();
                var rows = Stores.rows(Stores.of(mongo))) {
            LogCheck.agrees(LogCheck.whole(log), answers);
            assertThat(Folded.stored(rows)).isEqualTo(Folded.fresh(Installation.facts(log)));
        }
    }
}
