package org.tansiq.domain.tasks;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** Puts what belongs to tasks into an Axon configuration. */
public final class TasksModule {
    private TasksModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(TaskId.class, Task.class))
                .registerEntity(EventSourcedEntityModule.autodetected(ActionWanted.Id.class, ActionWanted.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("tasks")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new OpeningTasks())
                        .annotatedCommandHandlingComponent(configuration -> new ClaimingTasks())
                        .annotatedCommandHandlingComponent(configuration -> new ReleasingTasks())
                        .annotatedCommandHandlingComponent(configuration -> new HandingOverTasks())
                        .annotatedCommandHandlingComponent(configuration -> new AcceptingHandOvers())
                        .annotatedCommandHandlingComponent(configuration -> new DecliningHandOvers())
                        .annotatedCommandHandlingComponent(configuration -> new CompletingTasks())
                        .annotatedCommandHandlingComponent(configuration -> new CancellingTasks())
                        .annotatedCommandHandlingComponent(configuration -> new ShowingTasks()));
    }
}
