package org.tansiq.bench;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;

/**
 * The smallest decision that is one: a diary takes {@value #ENTRIES_MAX} entries. It reads one entity, which every store
 * can run, an aggregate-based one too; the decisions of the domain read two or three.
 */
@EventSourcedEntity(tagKey = Diary.TAG)
record Diary(int entries) {
    static final String TAG = "diary";
    static final int ENTRIES_MAX = 10;

    @EntityCreator
    Diary() {
        this(0);
    }

    @EventSourcingHandler
    Diary on(EntryWritten entry) {
        return new Diary(entries + 1);
    }

    /** Whoever writes into diaries. */
    static final class Writing {
        @CommandHandler
        void handle(WriteEntry write, @InjectEntity Diary diary, EventAppender events) {
            if (diary.entries >= ENTRIES_MAX) {
                throw new Conflict("diary-full");
            }
            events.append(new EntryWritten(write.coalition(), write.diary(), write.by(), write.words(), write.at()));
        }
    }

    static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(String.class, Diary.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("bench")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new Writing()));
    }
}
