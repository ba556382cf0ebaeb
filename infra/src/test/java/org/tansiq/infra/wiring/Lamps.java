package org.tansiq.infra.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.Converter;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.axonframework.modelling.annotation.InjectEntity;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.json.Lift;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.Rows;
import org.tansiq.projections.shared.View;

/** The smallest subject with a past: its one event was written in two older versions before the present one. */
final class Lamps {
    static final String LIT = "lamps.LampLit";
    static final int LUMEN_MAX = 1_000;

    /** Once a text such as "40 W", then a number of watts, now lumen. */
    static final List<Lift> LIFTS = List.of(
            new Lift(LIT, 1, lit -> {
                var power = lit.remove("power").textValue();
                return lit.put("watts", Integer.parseInt(power.substring(0, power.indexOf(' '))));
            }),
            new Lift(LIT, 2, lit -> lit.put("lumen", 10 * lit.remove("watts").intValue())));

    static final EventTypes TYPES = EventTypes.of(List.of(LampLit.class), LIFTS);
    static final Catalogue CATALOGUE = Catalogue.of(TYPES, List.of(new Street()));

    private Lamps() {}

    @Event(namespace = "lamps", name = "LampLit", version = "3")
    record LampLit(
            @EventTag(key = Tags.COALITION) String street,
            @EventTag(key = "lamp") String lamp,
            int lumen,
            Instant at) implements Fact {}

    @Command(namespace = "lamps", name = "LightLamp")
    record LightLamp(@TargetEntityId String street, String lamp, int lumen, Instant at) {}

    static final class TooBright extends RuntimeException {
        TooBright() {
            super("too bright", null, false, false);
        }
    }

    @EventSourcedEntity
    static final class Light {
        private int lumen;

        @EntityCreator
        Light() {}

        @EventSourcingHandler
        void on(LampLit lit) {
            lumen += lit.lumen();
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(String street, MessageTypeResolver types) {
            return EventCriteria.havingTags(Tags.COALITION, street).andBeingOneOfTypes(types, LampLit.class);
        }
    }

    static final class Lighting {
        /** A street has so much light and no more. */
        @CommandHandler
        void handle(LightLamp light, @InjectEntity Light street, EventAppender events) {
            if (street.lumen + light.lumen() > LUMEN_MAX) {
                throw new TooBright();
            }
            events.append(List.of(new LampLit(light.street(), light.lamp(), light.lumen(), light.at())));
        }
    }

    record LampRow(String id, int lumen) implements Row {
        @Override
        public Set<String> keys() {
            return Set.of("lamp:" + id);
        }
    }

    static final class Street implements Projection {
        static final View<LampRow> LAMPS = new View<>("lamps", LampRow.class);

        @Override
        public String name() {
            return "street";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<View<?>> views() {
            return List.of(LAMPS);
        }

        @Override
        public void apply(Recorded event, Rows rows) {
            if (event.fact() instanceof LampLit lit) {
                if (lit.lumen() < 0) {
                    throw new IllegalArgumentException("dark");
                }
                rows.put(LAMPS, new LampRow(lit.lamp(), lit.lumen()));
            }
        }
    }

    /** An event as a program of that version has written it. */
    static StoredEvent lit(String version, String payload) {
        return new StoredEvent(
                UUID.randomUUID().toString(),
                LIT,
                version,
                1_519_000_000_000L,
                Map.of("person", "p"),
                Set.of(new Tag(Tags.COALITION, "street"), new Tag("lamp", "a")),
                payload);
    }

    static String written(LampLit lit) {
        return Json.write(lit);
    }

    static void append(CommitLog log, StoredEvent... events) {
        for (var event : events) {
            log.append(List.of(new Commit(log.head(), UUID.randomUUID().toString(), List.of(event))));
        }
    }

    static LogEventStorageEngine engine(CommitLog log) {
        return new LogEventStorageEngine(
                log,
                new DelegatingEventConverter(new JacksonConverter(Json.mapper())),
                LogSettings.oneNode(),
                new PresentVersions(TYPES, Sealing.NONE),
                Sealing.NONE);
    }

    static AxonConfiguration over(LogEventStorageEngine engine) {
        return EventSourcingConfigurer.create()
                .registerEventStorageEngine(configuration -> engine)
                .registerEntity(EventSourcedEntityModule.autodetected(String.class, Light.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("lamps")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new Lighting()))
                .componentRegistry(registry -> registry.registerComponent(
                        Converter.class, configuration -> new JacksonConverter(Json.mapper())))
                .start();
    }
}
