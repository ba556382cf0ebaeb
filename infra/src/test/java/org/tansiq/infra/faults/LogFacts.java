package org.tansiq.infra.faults;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.SynchronizedEvent;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.resources.ResourceEvent;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.projections.shared.Recorded;

/** A log as facts, without anything that runs on it. */
final class LogFacts implements EventSource {
    private static final EventTypes TYPES = EventTypes.of(List.of(
            MemberEvent.class, TaskEvent.class, ActionEvent.class, SynchronizedEvent.class, ResourceEvent.class));

    private final CommitLog log;

    LogFacts(CommitLog log) {
        this.log = log;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<Recorded> read(long from, int limit) {
        var facts = new ArrayList<Recorded>();
        for (var commit : log.read(from, limit)) {
            var position = commit.position();
            for (var event : commit.events()) {
                if (position >= from && facts.size() < limit) {
                    facts.add(recorded(position, event));
                }
                position++;
            }
        }
        return facts;
    }

    private static Recorded recorded(long position, StoredEvent event) {
        return new Recorded(
                position,
                TYPES.decodeOrUnreadable(
                        event.name(),
                        event.version(),
                        event.payload().getBytes(StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(event.at())));
    }

    /** All that is written here is of one coalition. */
    @Override
    public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
        read(0, Math.toIntExact(before)).forEach(visitor);
    }
}
