package org.tansiq.infra.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.tansiq.domain.shared.Fact;
import org.tansiq.projections.shared.Recorded;

/** A log in a list. All but one kind of its facts are of one coalition. */
final class ListSource implements EventSource {
    private final List<Fact> facts = new ArrayList<>();

    synchronized void append(Fact... more) {
        facts.addAll(List.of(more));
    }

    @Override
    public synchronized long head() {
        return facts.size();
    }

    @Override
    public synchronized List<Recorded> read(long from, int limit) {
        return LongStream.range(from, Math.min(from + limit, facts.size()))
                .mapToObj(position -> new Recorded(position, facts.get((int) position)))
                .toList();
    }

    @Override
    public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
        read(0, (int) Math.min(before, head())).forEach(visitor);
    }

    @Override
    public synchronized Optional<String> coalitionOf(long position) {
        return facts.get((int) position) instanceof Notes.Hung ? Optional.empty() : Optional.of(Notes.COALITION);
    }
}
