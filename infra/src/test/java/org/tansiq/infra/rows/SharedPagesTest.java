package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tansiq.projections.shared.Recorded;

class SharedPagesTest {
    private static final int EVENTS = 12_345;
    private static final int AT_ONCE_MAX = 777;

    /** Gives less than it is asked for, as a log does that keeps commits whole. */
    private static final class Stingy implements EventSource {
        private final AtomicInteger reads = new AtomicInteger();
        private final AtomicInteger given = new AtomicInteger();
        private volatile int head = EVENTS;

        @Override
        public long head() {
            return head;
        }

        @Override
        public List<Recorded> read(long from, int limit) {
            reads.incrementAndGet();
            var events = LongStream.range(from, Math.min(head, from + Math.min(limit, AT_ONCE_MAX)))
                    .mapToObj(position -> new Recorded(position, RunnerFixture.put("note" + position, "wall")))
                    .toList();
            given.addAndGet(events.size());
            return events;
        }

        @Override
        public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> coalitionOf(long position) {
            return Optional.empty();
        }
    }

    private final Stingy log = new Stingy();
    private final SharedPages pages = new SharedPages(log);

    @Test
    void every_event_comes_once_and_in_order_though_the_log_gives_few_at_a_time() {
        try (var reader = pages.reader()) {
            assertThat(positions(reader, 1_000))
                    .isEqualTo(LongStream.range(0, EVENTS).boxed().toList());
        }
    }

    @Test
    void what_one_has_read_another_need_not_read_again() {
        try (var fast = pages.reader();
                var slow = pages.reader()) {
            var seen = positions(fast, 5_000);
            var before = log.reads.get();
            assertThat(slow.read(0, 5_000)).hasSize(5_000);
            assertThat(slow.read(5_000, 5_000)).hasSize(5_000);
            assertThat(log.reads).hasValue(before);
            assertThat(seen).hasSize(EVENTS);
        }
    }

    @Test
    void who_is_fast_waits_for_who_is_slow_so_that_each_page_is_read_once() throws Exception {
        log.head = 200_000;
        try (var threads = Executors.newFixedThreadPool(2);
                var fast = pages.reader();
                var slow = pages.reader()) {
            var one = threads.submit(() -> positions(fast, 5_000));
            var other = threads.submit(() -> {
                var events = new ArrayList<Long>();
                for (var more = slow.read(0, 500); !more.isEmpty(); more = slow.read(events.size(), 500)) {
                    Thread.sleep(Duration.ofNanos(500_000));
                    more.forEach(event -> events.add(event.position()));
                }
                return events;
            });
            assertThat(one.get()).hasSize(200_000);
            assertThat(other.get()).hasSize(200_000);
        }
        assertThat(log.given).hasValueLessThan(220_000);
    }

    @Test
    void who_stands_still_is_not_waited_for() {
        log.head = 100_000;
        try (var reader = pages.reader();
                var still = pages.reader()) {
            still.read(0, 1);
            assertThat(positions(reader, 5_000)).hasSize(100_000);
            assertThat(still.read(1, 10)).hasSize(10);
        }
    }

    private static List<Long> positions(SharedPages.Reader reader, int limit) {
        var all = new ArrayList<Long>();
        for (var more = reader.read(0, limit); !more.isEmpty(); more = reader.read(all.size(), limit)) {
            more.forEach(event -> all.add(event.position()));
        }
        return all;
    }
}
