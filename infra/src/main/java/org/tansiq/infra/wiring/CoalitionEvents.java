package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.members.OrganizationRegistered;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.log.StoredEvent;

/** One coalition's part of the log, found by its tag and read page by page: no reader of the log is kept waiting. */
final class CoalitionEvents {
    private static final int EVENTS_AT_ONCE = 1_000;
    private static final String REGISTERED = EventTypes.nameOf(OrganizationRegistered.class);

    private final LogReading log;
    private final Selection own;

    CoalitionEvents(LogReading log, String coalition) {
        this.log = log;
        this.own = Selection.tagged(new Tag(Tags.COALITION, coalition));
    }

    record Found(long position, StoredEvent event) {}

    /** See {@link org.tansiq.infra.rows.EventSource#visitCoalition}. */
    void visit(long before, Consumer<List<Found>> visitor) {
        var registered = new HashSet<Tag>();
        for (var next = 0L; next < before; ) {
            var page = page(next, before);
            if (page.isEmpty()) {
                return;
            }
            next = page.getLast().position() + 1;
            visitor.accept(withRegistrations(page, registered));
        }
    }

    /**
     * Position of the last of them that was recorded at an instant or before, -1 if none was. Clocks of nodes differ, so it
     * is looked for from the end: back over stretches of the log that double.
     */
    long lastAt(Instant instant) {
        var millis = instant.toEpochMilli();
        var to = log.head();
        for (long stretch = EVENTS_AT_ONCE; to > 0; stretch *= 2) {
            var from = Math.max(0, to - stretch);
            var last = new long[] {-1};
            log.query(own, from, to, (position, event) -> {
                if (event.at() <= millis) {
                    last[0] = position;
                }
                return true;
            });
            if (last[0] >= 0) {
                return last[0];
            }
            to = from;
        }
        return -1;
    }

    private List<Found> page(long from, long before) {
        var page = new ArrayList<Found>();
        log.query(own, from, before, (position, event) -> {
            page.add(new Found(position, event));
            return page.size() < EVENTS_AT_ONCE;
        });
        return page;
    }

    /** Whoever is not registered yet is looked for again when it is next named. */
    private List<Found> withRegistrations(List<Found> page, Set<Tag> registered) {
        var organizations = new HashSet<Tag>();
        for (var found : page) {
            for (var tag : found.event().tags()) {
                if (tag.key().equals(Tags.ORGANIZATION) && !registered.contains(tag)) {
                    organizations.add(tag);
                }
            }
        }
        if (organizations.isEmpty()) {
            return page;
        }
        var all = new ArrayList<>(page);
        var end = page.getLast().position();
        for (var organization : organizations) {
            var registration = EventCriteria.havingTags(organization).andBeingOneOfTypes(new QualifiedName(REGISTERED));
            log.query(Selection.of(registration), 0, end, (position, event) -> {
                registered.add(organization);
                all.add(new Found(position, event));
                return false;
            });
        }
        all.sort(Comparator.comparingLong(Found::position));
        return all;
    }
}
