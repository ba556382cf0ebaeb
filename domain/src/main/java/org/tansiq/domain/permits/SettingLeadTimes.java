package org.tansiq.domain.permits;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** What a coalition knows of a city's lead time any member says, and the last word counts. */
public final class SettingLeadTimes {
    @CommandHandler
    void handle(
            SetLeadTime command,
            @InjectEntity(idProperty = "leadTime") LeadTime leadTime,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, leadTime));
    }

    static List<PermitEvent> decide(SetLeadTime c, LeadTime known) {
        var days = known.days();
        return days != null && days == c.days()
                ? List.of()
                : List.of(new LeadTimeSet(c.coalition(), c.place(), c.by(), c.days(), c.at()));
    }
}
