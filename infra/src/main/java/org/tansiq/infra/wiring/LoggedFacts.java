package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Unreadable;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.LoggedEvent;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.projections.shared.Recorded;

/**
 * The log as projections read it: as facts, whose sealed texts stay sealed. Those at the head are read by all of them and
 * decoded once.
 */
final class LoggedFacts implements EventSource {
    private static final int RECENT_MAX = 4_096;
    /** Who asks for more than this at once is far back, and reads for all who are (see SharedPages). */
    private static final int AT_THE_HEAD_MAX = 1_000;

    private final LogReading log;
    private final EventTypes types;
    private final AtomicReferenceArray<@Nullable Recorded> recent = new AtomicReferenceArray<>(RECENT_MAX);

    LoggedFacts(LogReading log, EventTypes types) {
        this.log = log;
        this.types = types;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<Recorded> read(long from, int limit) {
        var found = log.read(from, limit);
        return found.size() <= AT_THE_HEAD_MAX
                ? found.stream().map(this::recorded).toList()
                : found.parallelStream()
                        .map(logged -> decode(logged.position(), logged.event()))
                        .toList();
    }

    @Override
    public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
        new CoalitionEvents(log, coalition)
                .visit(
                        before,
                        page -> page.parallelStream()
                                .map(found -> decode(found.position(), found.event()))
                                .toList()
                                .forEach(visitor));
    }

    @Override
    public Optional<String> coalitionOf(long position) {
        return log.read(position, 1).stream()
                .flatMap(logged -> logged.event().tags().stream())
                .filter(tag -> tag.key().equals(Tags.COALITION))
                .map(Tag::value)
                .findFirst();
    }

    Recorded recorded(LoggedEvent logged) {
        var slot = (int) (logged.position() % RECENT_MAX);
        var known = recent.get(slot);
        if (known == null || known.position() != logged.position()) {
            known = decode(logged.position(), logged.event());
            recent.set(slot, known);
        }
        return known;
    }

    /** Without remembering it: for what is read from far back. */
    Recorded decode(long position, StoredEvent event) {
        var at = Instant.ofEpochMilli(event.at());
        try {
            return new Recorded(
                    position, types.decodeOrUnreadable(event.name(), event.version(), SealedTexts.carried(event), at));
        } catch (UnreadableJson e) {
            return new Recorded(position, new Unreadable(event.name(), event.version(), e, at));
        }
    }
}
