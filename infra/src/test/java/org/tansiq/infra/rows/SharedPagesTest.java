package org.tansiq.infra.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

        @Override
        public long head() {
            return EVENTS;
        }

        @Override
        public List<Recorded> read(long from, int limit) {
            reads.incrementAndGet();
            return LongStream.range(from, Math.min(EVENTS, from + Math.min(limit, AT_ONCE_MAX)))
                    .mapToObj(position -> new Recorded(position, RunnerFixture.put("note" + position, "wall")))
                    .toList();
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
        pages.begin();
        assertThat(positions(1_000))
                .isEqualTo(LongStream.range(0, EVENTS).boxed().toList());
        pages.end();
    }

    @Test
    void what_one_has_read_another_need_not_read_again() {
        pages.begin();
        pages.begin();
        positions(5_000);
        var before = log.reads.get();
        pages.read(0, 5_000);
        pages.read(5_000, 5_000);
        assertThat(log.reads).hasValue(before);
        pages.end();
        pages.end();
    }

    private List<Long> positions(int limit) {
        var all = new ArrayList<Long>();
        for (var more = pages.read(0, limit); !more.isEmpty(); more = pages.read(all.size(), limit)) {
            more.forEach(event -> all.add(event.position()));
        }
        return all;
    }
}
