package org.tansiq.infra.logtool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.wiring.Catalogue;

/** Whether positions have no gap, commits adjoin, ids are used once, and each event can be read and is tagged as today. */
final class EventCheck implements LogScan.Visitor {
    private static final int EVENTS_AT_ONCE = 2_000;

    private final Catalogue catalogue;
    private final Consumer<Flaw> flaws;
    private final SeenIds commitIds = new SeenIds();
    private final SeenIds eventIds = new SeenIds();
    private final List<Placed> waiting = new ArrayList<>();
    private long head;
    private long committed;
    private long events;
    private long commits;

    private record Placed(long position, StoredEvent event) {}

    EventCheck(Catalogue catalogue, Consumer<Flaw> flaws) {
        this.catalogue = catalogue;
        this.flaws = flaws;
    }

    @Override
    public void commit(long position, long end, String id) {
        commits++;
        if (position != committed || end <= position) {
            flaws.accept(
                    Flaw.of(Kind.COMMIT_APART, "position", position, "end", end, "expected", committed, "commit", id));
        }
        committed = Math.max(committed, end);
        var first = commitIds.add(id, position);
        if (first >= 0) {
            flaws.accept(Flaw.of(Kind.COMMIT_ID_TWICE, "position", position, "first", first, "commit", id));
        }
    }

    @Override
    public void event(long position, StoredEvent event) {
        moveOn(position);
        var first = eventIds.add(event.id(), position);
        if (first >= 0) {
            flaws.accept(Flaw.of(Kind.EVENT_ID_TWICE, "position", position, "first", first));
        }
        waiting.add(new Placed(position, event));
        if (waiting.size() == EVENTS_AT_ONCE) {
            checkWaiting();
        }
    }

    @Override
    public void flaw(Flaw flaw) {
        var position = flaw.where().get("position");
        if (flaw.kind() == Kind.RECORD_DAMAGED && position != null) {
            moveOn(Long.parseLong(position));
        }
        flaws.accept(flaw);
    }

    private void moveOn(long position) {
        events++;
        if (position > head) {
            flaws.accept(Flaw.of(Kind.GAP, "from", head, "to", position - 1));
        } else if (position < head) {
            flaws.accept(Flaw.of(Kind.POSITION_TWICE, "position", position));
        }
        if (position >= committed) {
            flaws.accept(Flaw.of(Kind.EVENT_WITHOUT_COMMIT, "position", position));
        }
        head = Math.max(head, position + 1);
    }

    void end() {
        checkWaiting();
        if (committed > head) {
            flaws.accept(Flaw.of(Kind.GAP, "from", head, "to", committed - 1));
        }
    }

    long events() {
        return events;
    }

    long commits() {
        return commits;
    }

    /** Decoding is most of the work, and one event knows nothing of another. */
    private void checkWaiting() {
        waiting.parallelStream().map(this::check).toList().forEach(flaw -> flaw.ifPresent(flaws));
        waiting.clear();
    }

    private Optional<Flaw> check(Placed placed) {
        var event = placed.event();
        var types = catalogue.types();
        if (!types.byName().containsKey(event.name())) {
            return Optional.of(Flaw.of(Kind.EVENT_UNKNOWN, "position", placed.position(), "event", event.name()));
        }
        if (!types.knows(event.name(), event.version())) {
            return Optional.of(unreadable(Kind.VERSION_UNKNOWN, placed));
        }
        try {
            var fact = catalogue.decode(event);
            if (MissingParts.in(fact)) {
                return Optional.of(unreadable(Kind.PAYLOAD_UNREADABLE, placed));
            }
            return TagCheck.compare(
                    placed.position(),
                    event.name(),
                    event.tags(),
                    catalogue.tags().apply(fact));
        } catch (UnreadableJson e) {
            return Optional.of(unreadable(Kind.PAYLOAD_UNREADABLE, placed));
        }
    }

    private static Flaw unreadable(Kind kind, Placed placed) {
        return Flaw.of(
                kind,
                "position",
                placed.position(),
                "event",
                placed.event().name(),
                "version",
                placed.event().version());
    }
}
