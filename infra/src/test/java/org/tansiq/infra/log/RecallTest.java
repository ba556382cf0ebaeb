package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final long PLENTY = 1 << 20;

    @Test
    void what_was_found_is_known_from_there_on_and_not_before() {
        var recall = new Recall(PLENTY);
        var found = new Recall.Found(10, messages(2, 100));
        recall.remember(task("permit"), found);

        assertThat(recall.find(task("permit"), 10)).isEqualTo(found);
        assertThat(recall.find(task("permit"), 11)).isEqualTo(found);
        assertThat(recall.find(task("permit"), 9)).isNull();
        assertThat(recall.find(task("banner"), 11)).isNull();
    }

    @Test
    void what_was_found_later_takes_the_place_of_what_was_found_before() {
        var recall = new Recall(PLENTY);
        recall.remember(task("permit"), new Recall.Found(10, messages(2, 100)));
        var later = new Recall.Found(20, messages(3, 100));
        recall.remember(task("permit"), later);

        assertThat(recall.find(task("permit"), 20)).isEqualTo(later);
    }

    @Test
    void what_is_not_used_is_forgotten_and_what_is_used_is_not() {
        var recall = new Recall(PLENTY);
        recall.remember(task("used"), new Recall.Found(1, messages(1, 1_000)));
        recall.remember(task("unused"), new Recall.Found(1, messages(1, 1_000)));
        for (var i = 0; i < 1_000; i++) {
            recall.remember(task("other" + i), new Recall.Found(1, messages(1, 1_000)));
            assertThat(recall.find(task("used"), 1)).isNotNull();
        }

        assertThat(recall.find(task("unused"), 1)).isNull();
    }

    @Test
    void what_would_take_too_much_of_it_is_not_kept() {
        var recall = new Recall(PLENTY);
        recall.remember(task("long"), new Recall.Found(100, messages(100, 1_000)));

        assertThat(recall.find(task("long"), 100)).isNull();
    }

    private static Selection task(String id) {
        return Selection.tagged(new Tag("task", id));
    }

    private static List<EventMessage> messages(int count, int bytes) {
        return IntStream.range(0, count)
                .<EventMessage>mapToObj(
                        n -> new GenericEventMessage(new MessageType("things.Written", "1"), new byte[bytes]))
                .toList();
    }
}
