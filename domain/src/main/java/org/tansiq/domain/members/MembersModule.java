package org.tansiq.domain.members;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** Puts what belongs to members into an Axon configuration. */
public final class MembersModule {
    private MembersModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(CoalitionId.class, Members.class))
                .registerEntity(EventSourcedEntityModule.autodetected(MembershipId.class, Membership.class))
                .registerEntity(EventSourcedEntityModule.autodetected(MembershipId.class, Removal.class))
                .registerEntity(EventSourcedEntityModule.autodetected(MembershipId.class, Observing.class))
                .registerEntity(EventSourcedEntityModule.autodetected(AuditorId.class, Appointment.class))
                .registerEntity(EventSourcedEntityModule.autodetected(OrganizationId.class, Organization.class))
                .registerEntity(EventSourcedEntityModule.autodetected(CoalitionId.class, Coalition.class))
                .registerEntity(EventSourcedEntityModule.autodetected(CoalitionId.class, Stewards.class))
                .registerEntity(EventSourcedEntityModule.autodetected(CoalitionId.class, Rules.class))
                .registerEntity(EventSourcedEntityModule.autodetected(PersonId.class, Person.class))
                .registerCommandHandlingModule(CommandHandlingModule.named("members")
                        .commandHandlers()
                        .annotatedCommandHandlingComponent(configuration -> new RegisteringOrganizations())
                        .annotatedCommandHandlingComponent(configuration -> new FoundingCoalitions())
                        .annotatedCommandHandlingComponent(configuration -> new InvitingOrganizations())
                        .annotatedCommandHandlingComponent(configuration -> new AcceptingInvitations())
                        .annotatedCommandHandlingComponent(configuration -> new DecliningInvitations())
                        .annotatedCommandHandlingComponent(configuration -> new AskingToJoin())
                        .annotatedCommandHandlingComponent(configuration -> new AdmittingOrganizations())
                        .annotatedCommandHandlingComponent(configuration -> new RefusingOrganizations())
                        .annotatedCommandHandlingComponent(configuration -> new AppointingStewards())
                        .annotatedCommandHandlingComponent(configuration -> new SteppingDown())
                        .annotatedCommandHandlingComponent(configuration -> new RemovingMembers())
                        .annotatedCommandHandlingComponent(configuration -> new AppointingAuditors())
                        .annotatedCommandHandlingComponent(configuration -> new AgreeingOnRules())
                        .annotatedCommandHandlingComponent(configuration -> new RecordingReadings())
                        .annotatedCommandHandlingComponent(configuration -> new AdmittingObservers())
                        .annotatedCommandHandlingComponent(configuration -> new LeavingCoalitions())
                        .annotatedCommandHandlingComponent(configuration -> new ErasingPersons()));
    }
}
