package org.tansiq.infra.wiring;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.tansiq.domain.actions.ActionEvent;
import org.tansiq.domain.actions.ActionsModule;
import org.tansiq.domain.actions.FindingEvent;
import org.tansiq.domain.actions.SynchronizedEvent;
import org.tansiq.domain.campaigns.CampaignEvent;
import org.tansiq.domain.campaigns.CampaignsModule;
import org.tansiq.domain.members.MemberEvent;
import org.tansiq.domain.members.MembersModule;
import org.tansiq.domain.members.PersonEvent;
import org.tansiq.domain.permits.PermitEvent;
import org.tansiq.domain.permits.PermitsModule;
import org.tansiq.domain.resources.ResourceEvent;
import org.tansiq.domain.resources.ResourcesModule;
import org.tansiq.domain.sessions.SessionEvent;
import org.tansiq.domain.sessions.SessionsModule;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.tasks.TaskEvent;
import org.tansiq.domain.tasks.TasksModule;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Lift;

/** Every subject's decisions and events, listed once. */
final class Decisions {
    static final List<Class<? extends Fact>> EVENTS = List.of(
            MemberEvent.class,
            TaskEvent.class,
            ActionEvent.class,
            FindingEvent.class,
            SynchronizedEvent.class,
            ResourceEvent.class,
            CampaignEvent.class,
            SessionEvent.class,
            PermitEvent.class,
            PersonEvent.class);

    /** Every step from an older version of an event to the next, listed once and for ever. */
    static final List<Lift> LIFTS = Stream.concat(VisibilityLifts.all().stream(), CallLifts.all().stream())
            .toList();

    private Decisions() {}

    static EventTypes types() {
        return EventTypes.of(EVENTS, LIFTS);
    }

    static EventSourcingConfigurer register(EventSourcingConfigurer axon) {
        return PermitsModule.register(SessionsModule.register(CampaignsModule.register(
                ResourcesModule.register(ActionsModule.register(TasksModule.register(MembersModule.register(axon)))))));
    }
}
