package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class TailTest {
    private static final long SEED = 20180224;
    private static final long PLENTY = 1L << 30;

    @Test
    void it_answers_as_a_plain_list_would_while_it_grows_and_forgets() {
        var random = new Random(SEED);
        var tail = new Tail(1_000, 100, PLENTY);
        var all = new ArrayList<StoredEvent>();
        for (var i = 0; i < 400; i++) {
            var commit = new Commit(
                    1_000 + all.size(),
                    "c" + i,
                    IntStream.rangeClosed(0, random.nextInt(3))
                            .mapToObj(e -> event(random))
                            .toList());
            tail.add(commit.id(), Group.hold(commit));
            all.addAll(commit.events());

            var head = 1_000 + all.size();
            assertThat(tail.head()).isEqualTo(head);
            assertThat(tail.floor()).isBetween(Math.max(1_000L, head - 100L), Math.max(1_000L, head - 100L + 3));
            assertThat(tail.find("c" + i)).contains(commit.storedAt());

            var selection = selection(random);
            var from = 990 + random.nextInt(all.size() + 20);
            var to = 990 + random.nextInt(all.size() + 20);
            var expected = new ArrayList<Long>();
            for (var position = Math.max(from, tail.floor()); position < Math.min(to, head); position++) {
                if (selection.matches(all.get((int) position - 1_000))) {
                    expected.add(position);
                }
            }
            var slice = tail.select(selection, from, to);
            assertThat(slice.events().stream().map(Held::position))
                    .as("seed %s, step %s", SEED, i)
                    .isEqualTo(expected);
            assertThat(slice.floor()).isEqualTo(tail.floor());
            assertThat(tail.first(selection, from).isPresent())
                    .isEqualTo(!tail.select(selection, from, head).events().isEmpty());
        }
        assertThat(tail.find("c0")).isEmpty();
        assertThat(tail.read(tail.floor() - 1, 10)).isNull();
        assertThat(tail.read(tail.floor(), 10)).hasSize(10);
        assertThat(tail.read(tail.head(), 10)).isEmpty();
    }

    @Test
    void it_forgets_by_the_heap_that_is_taken_too() {
        var tail = new Tail(0, 1_000_000, 1 << 20);
        for (var i = 0; i < 100; i++) {
            var big = new StoredEvent("e" + i, "n", "1", 0, Map.of(), Set.of(), "x".repeat(50_000));
            tail.add("c" + i, Group.hold(new Commit(i, "c" + i, List.of(big))));
        }
        assertThat(tail.head()).isEqualTo(100);
        assertThat(tail.head() - tail.floor()).isBetween(1L, 5L);
    }

    @Test
    void a_tail_may_keep_nothing() {
        var tail = new Tail(0, 0, 0);
        tail.add("c", Group.hold(new Commit(0, "c", List.of(event(new Random(SEED))))));
        assertThat(tail.head()).isOne();
        assertThat(tail.floor()).isOne();
    }

    private static StoredEvent event(Random random) {
        var tags =
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> tag(random)).toList();
        return new StoredEvent(
                UUID.randomUUID().toString(), "n.Type" + random.nextInt(3), "1", 0, Map.of(), Set.copyOf(tags), "{}");
    }

    private static Selection selection(Random random) {
        var criteria = new ArrayList<EventCriteria>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var tags = IntStream.range(0, random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(2))
                    .mapToObj(t -> tag(random))
                    .collect(Collectors.toSet());
            var having = EventCriteria.havingTags(tags);
            criteria.add(
                    random.nextBoolean()
                            ? having
                            : having.andBeingOneOfTypes(Set.of(new QualifiedName("n.Type" + random.nextInt(3)))));
        }
        return Selection.of(EventCriteria.either(criteria));
    }

    private static Tag tag(Random random) {
        return new Tag("t" + random.nextInt(2), "" + random.nextInt(5));
    }
}
