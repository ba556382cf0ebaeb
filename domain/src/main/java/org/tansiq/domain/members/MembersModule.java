package org.tansiq.domain.members;

import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;

/** Puts what belongs to members into an Axon configuration. */
public final class MembersModule {
    private MembersModule() {}

    public static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return axon.registerEntity(EventSourcedEntityModule.autodetected(MembershipId.class, Membership.class));
    }
}
