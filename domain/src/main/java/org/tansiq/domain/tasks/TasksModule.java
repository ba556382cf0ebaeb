package org.tansiq.domain.tasks;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** Puts what belongs to tasks into an Axon configuration. */
public final class TasksModule {
    private TasksModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(TaskId.class, Task.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("tasks")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new ClaimingTasks()));
    }
}
