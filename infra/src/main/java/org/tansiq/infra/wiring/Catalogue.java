package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.projections.shared.Projection;

/**
 * What this program makes of a log, for tools that look after one.
 *
 * @param sealing opens what is sealed
 * @param tags those with which an event is written today, as its {@link EventTag}s say
 */
public record Catalogue(
        EventTypes types, Function<Fact, Set<Tag>> tags, List<Projection> projections, Sealing sealing) {
    public Catalogue {
        projections = List.copyOf(projections);
    }

    /** Of everything that an {@link Installation} runs. */
    public static Catalogue present() {
        return of(Decisions.types(), Projections.all());
    }

    static Catalogue of(EventTypes types, List<Projection> projections) {
        var tags = new RecordTags(new AnnotationBasedTagResolver());
        return new Catalogue(
                types,
                fact -> tags.resolve(
                        new GenericEventMessage("", new MessageType(fact.getClass()), fact, Map.of(), Instant.EPOCH)),
                projections,
                SealedTexts.UNSEALED);
    }

    /** The same, for who has keys. */
    public Catalogue with(Sealing keys) {
        return new Catalogue(types, tags, projections, keys);
    }

    /**
     * The fact that a stored event is.
     *
     * @throws org.tansiq.infra.json.UnreadableJson if it cannot be read, or a key is missing that no erasure has destroyed
     */
    public Fact decode(StoredEvent event) {
        return types.decode(event.name(), event.version(), sealing.open(event));
    }

    /**
     * The fact as rows are folded from it, with its sealed texts as they are.
     *
     * @throws org.tansiq.infra.json.UnreadableJson if it cannot be read
     */
    public Fact carried(StoredEvent event) {
        return types.decode(event.name(), event.version(), SealedTexts.carried(event));
    }
}
