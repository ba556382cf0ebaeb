package org.tansiq.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.infra.log.Appended;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogLimits;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredAt;

/**
 * What a log would be that costs nothing. It knows what was there before the measurement and forgets whatever is
 * appended; that is right as long as decisions read nothing but those and what is in the engine's memory of the tail.
 */
final class StoresNothing implements CommitLog {
    private final List<Commit> before = new ArrayList<>();
    private final Map<Tag, List<Commit>> byTag = new HashMap<>();
    private long head;

    StoresNothing(List<Commit> before) {
        for (var commit : before) {
            this.before.add(commit);
            var tags = new LinkedHashSet<Tag>();
            commit.events().forEach(event -> tags.addAll(event.tags()));
            tags.forEach(
                    tag -> byTag.computeIfAbsent(tag, any -> new ArrayList<>()).add(commit));
            head = commit.end();
        }
    }

    @Override
    public synchronized Appended append(List<Commit> commits) {
        LogLimits.check(commits);
        if (commits.getFirst().position() != head) {
            return new Appended.PositionTaken(0);
        }
        head = commits.getLast().end();
        return new Appended.All(commits.size());
    }

    @Override
    public List<Commit> read(long from, int limit) {
        return before.stream()
                .filter(commit -> commit.end() > from)
                .limit(limit)
                .toList();
    }

    @Override
    public void query(Selection selection, long from, long to, Visitor visitor) {
        var found = new TreeMap<Long, Commit>();
        for (var criterion : selection.criteria()) {
            criterion.tags().stream()
                    .findFirst()
                    .map(tag -> byTag.getOrDefault(tag, List.of()))
                    .ifPresent(commits -> commits.forEach(commit -> found.put(commit.position(), commit)));
        }
        for (var commit : found.values()) {
            if (!selection.visit(commit, from, to, visitor)) {
                return;
            }
        }
    }

    @Override
    public synchronized long head() {
        return head;
    }

    @Override
    public Optional<StoredAt> find(String commitId) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
