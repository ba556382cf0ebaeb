package org.tansiq.domain.actions;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;

/** Puts what belongs to actions, synchronised ones too, into an Axon configuration. */
public final class ActionsModule {
    private ActionsModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(ActionId.class, Action.class))
                .registerEntity(EventSourcedEntityModule.autodetected(PlaceDays.class, Neighbours.class))
                .registerEntity(EventSourcedEntityModule.autodetected(ActionIds.class, Overlaps.class))
                .registerEntity(EventSourcedEntityModule.autodetected(FindingId.class, FoundPair.class))
                .registerEntity(EventSourcedEntityModule.autodetected(ActionId.class, Differences.class))
                .registerEntity(EventSourcedEntityModule.autodetected(SynchronizedId.class, SynchronizedCall.class))
                .registerEntity(EventSourcedEntityModule.autodetected(SynchronizedCityId.class, CityCommitment.class))
                .registerEntity(EventSourcedEntityModule.autodetected(SynchronizedId.class, Answering.class))
                .registerEntity(EventSourcedEntityModule.autodetected(CallAnswerId.class, CallAnswer.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("actions")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new SchedulingActions())
                        .annotatedCommandHandlingComponent(configuration -> new ReschedulingActions())
                        .annotatedCommandHandlingComponent(configuration -> new CancellingActions())
                        .annotatedCommandHandlingComponent(configuration -> new JoiningActions())
                        .annotatedCommandHandlingComponent(configuration -> new LeavingActions())
                        .annotatedCommandHandlingComponent(configuration -> new AcknowledgingOverlaps())
                        .annotatedCommandHandlingComponent(configuration -> new RaisingFindings())
                        .annotatedCommandHandlingComponent(configuration -> new SeeingFindings())
                        .annotatedCommandHandlingComponent(configuration -> new AcknowledgingFindings())
                        .annotatedCommandHandlingComponent(configuration -> new SayingDifferent())
                        .annotatedCommandHandlingComponent(configuration -> new ShowingActions())
                        .annotatedCommandHandlingComponent(configuration -> new MergingActions())
                        .annotatedCommandHandlingComponent(configuration -> new UndoingMerges())
                        .annotatedCommandHandlingComponent(configuration -> new TellingOfApproaches())
                        .annotatedCommandHandlingComponent(configuration -> new CallingSynchronized())
                        .annotatedCommandHandlingComponent(configuration -> new CommittingCities())
                        .annotatedCommandHandlingComponent(configuration -> new WithdrawingCities())
                        .annotatedCommandHandlingComponent(configuration -> new AskingToAnswer())
                        .annotatedCommandHandlingComponent(configuration -> new AnsweringCalls())
                        .annotatedCommandHandlingComponent(configuration -> new RemindingSilent())
                        .annotatedCommandHandlingComponent(configuration -> new ReportingCities()));
    }
}
