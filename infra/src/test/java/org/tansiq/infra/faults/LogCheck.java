package org.tansiq.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tansiq.infra.faults.Answer.Kind;
import org.tansiq.infra.faults.Writers.Written;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.Selection;

/** Whether a log is right, by itself and by what those who wrote to it were told. */
final class LogCheck {
    private static final int READ_EVENTS = 1_000;

    private LogCheck() {}

    /** Everything in the log; fails unless the positions are gapless and every id is there once. */
    static List<Commit> whole(CommitLog log) {
        var commits = new ArrayList<Commit>();
        var ids = new HashSet<String>();
        var next = 0L;
        for (var more = log.read(0, READ_EVENTS); !more.isEmpty(); more = log.read(next, READ_EVENTS)) {
            for (var commit : more) {
                assertThat(commit.position())
                        .as("position of commit %s", commit.id())
                        .isEqualTo(next);
                assertThat(ids.add(commit.id()))
                        .as("commit %s is there once", commit.id())
                        .isTrue();
                for (var event : commit.events()) {
                    assertThat(ids.add(event.id()))
                            .as("event %s is there once", event.id())
                            .isTrue();
                }
                next = commit.end();
            }
            commits.addAll(more);
        }
        assertThat(log.head()).isEqualTo(next);
        return commits;
    }

    /** As {@link #whole}, of what {@link Writers} wrote: no commit is partial, and every condition held. */
    static List<Commit> written(CommitLog log) {
        var commits = whole(log);
        var lanes = new HashMap<String, List<Long>>();
        for (var commit : commits) {
            var lastInLane = -1L;
            for (var i = 0; i < commit.events().size(); i++) {
                var written = Json.read(commit.events().get(i).payload(), Written.class);
                assertThat(written.commit()).isEqualTo(commit.id());
                assertThat(written.index()).isEqualTo(i);
                assertThat(written.size())
                        .as("events of commit %s", commit.id())
                        .isEqualTo(commit.events().size());
                var lane = lanes.computeIfAbsent(written.lane(), any -> new ArrayList<>());
                if (i == 0) {
                    lastInLane = lane.isEmpty() ? -1 : lane.getLast();
                }
                if (written.isConditional()) {
                    assertThat(lastInLane)
                            .as("commit %s saw its lane", commit.id())
                            .isLessThanOrEqualTo(written.seen());
                }
                lane.add(commit.position() + i);
            }
        }
        lanes.forEach((lane, positions) -> {
            var found = new ArrayList<Long>();
            log.query(
                    Selection.tagged(Writers.lane(lane)), 0, Long.MAX_VALUE, (position, event) -> found.add(position));
            assertThat(found).as("what is tagged with lane %s", lane).isEqualTo(positions);
        });
        return commits;
    }

    /** What was acknowledged is there, where it was said to be; what was refused is not. */
    static void agrees(List<Commit> commits, Collection<Answer> answers) {
        Map<String, Commit> byId = new HashMap<>();
        commits.forEach(commit -> byId.put(commit.id(), commit));
        for (var answer : answers) {
            var there = byId.get(answer.commit());
            switch (answer.kind()) {
                case STORED ->
                    assertThat(there == null ? -1 : there.storedAt().last())
                            .as("where the acknowledged commit %s ends", answer.commit())
                            .isEqualTo(answer.last());
                case UNCHANGED, REFUSED, FAILED ->
                    assertThat(there).as("%s", answer).isNull();
                case UNKNOWN -> {}
            }
        }
    }

    static List<Answer> of(Kind kind, Collection<Answer> answers) {
        return answers.stream().filter(answer -> answer.kind() == kind).toList();
    }

    /** What a child said, but for its remarks. */
    static List<Answer> answers(ChildJvm child) {
        assertThat(child.lines()).noneMatch(line -> line.startsWith(Witness.BROKEN));
        return child.lines().stream()
                .filter(line -> line.contains(" "))
                .map(Answer::parse)
                .toList();
    }
}
