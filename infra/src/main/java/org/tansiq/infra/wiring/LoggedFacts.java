package org.tansiq.infra.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LoggedEvent;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.projections.shared.Recorded;

/** The log as projections read it: as facts. Those at the head are read by all of them and decoded once. */
final class LoggedFacts implements EventSource {
    private static final int RECENT_MAX = 4_096;
    private static final String REGISTERED = EventTypes.nameOf(OrganizationRegistered.class);

    private final LogEventStorageEngine log;
    private final EventTypes types;
    private final AtomicReferenceArray<@Nullable Recorded> recent = new AtomicReferenceArray<>(RECENT_MAX);

    LoggedFacts(LogEventStorageEngine log, EventTypes types) {
        this.log = log;
        this.types = types;
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<Recorded> read(long from, int limit) {
        return log.read(from, limit).stream().map(this::recorded).toList();
    }

    @Override
    public void visitCoalition(String coalition, long before, Consumer<Recorded> visitor) {
        var own = new Tag(Tags.COALITION, coalition);
        var named = new HashSet<Tag>();
        log.query(Selection.tagged(own), 0, before, (position, event) -> {
            event.tags().stream()
                    .filter(tag -> tag.key().equals(Tags.ORGANIZATION))
                    .forEach(named::add);
            return true;
        });
        var criteria = new ArrayList<EventCriteria>();
        criteria.add(EventCriteria.havingTags(own));
        named.forEach(organization ->
                criteria.add(EventCriteria.havingTags(organization).andBeingOneOfTypes(new QualifiedName(REGISTERED))));
        log.query(Selection.of(EventCriteria.either(criteria)), 0, before, (position, event) -> {
            visitor.accept(decode(position, event));
            return true;
        });
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
        return new Recorded(
                position,
                types.decodeOrUnreadable(
                        event.name(),
                        event.version(),
                        event.payload().getBytes(StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(event.at())));
    }
}
