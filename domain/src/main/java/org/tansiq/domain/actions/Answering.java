package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Who was asked to answer a call, who has, and when those who have not were last reminded. */
@EventSourcedEntity
final class Answering {
    private final Set<OrganizationId> asked = new HashSet<>();
    private final Set<OrganizationId> answered = new HashSet<>();
    private final Map<CityId, OrganizationId> cities = new HashMap<>();
    private @Nullable Instant reminded;

    @EntityCreator
    Answering() {}

    @EventCriteriaBuilder
    static EventCriteria boundary(SynchronizedId call, MessageTypeResolver types) {
        return EventCriteria.havingTags(Tag.of(Tags.SYNCHRONIZED, call.value()))
                .andBeingOneOfTypes(
                        types,
                        OrganizationsAsked.class,
                        CallAnswered.class,
                        SilentReminded.class,
                        CityCommitted.class,
                        CityWithdrawn.class);
    }

    @EventSourcingHandler
    void on(OrganizationsAsked e) {
        asked.addAll(e.organizations());
    }

    @EventSourcingHandler
    void on(CallAnswered e) {
        answered.add(e.by());
    }

    @EventSourcingHandler
    void on(SilentReminded e) {
        reminded = e.at();
    }

    @EventSourcingHandler
    void on(CityCommitted e) {
        cities.put(e.place().city(), e.by());
    }

    @EventSourcingHandler
    void on(CityWithdrawn e) {
        cities.remove(e.city());
    }

    Set<OrganizationId> asked() {
        return asked;
    }

    @Nullable
    Instant reminded() {
        return reminded;
    }

    /** Asked, and has neither answered nor a city. */
    Set<OrganizationId> silent() {
        var committed = new HashSet<>(cities.values());
        return asked.stream()
                .filter(organization -> !answered.contains(organization) && !committed.contains(organization))
                .collect(Collectors.toSet());
    }
}
