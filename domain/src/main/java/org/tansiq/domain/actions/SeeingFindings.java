package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** The organisers of either action let those of the other know that they have seen it. */
public final class SeeingFindings {
    @CommandHandler
    void handle(
            SeeFinding command,
            @InjectEntity(idProperty = "one") Action one,
            @InjectEntity(idProperty = "other") Action other,
            @InjectEntity FoundPair found,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, new Meeting(one, other, found)));
    }

    static List<FindingEvent> decide(SeeFinding c, Meeting meeting) {
        var found = meeting.forOrganizer(c.finding(), c.by());
        return found.seenBy(c.by())
                ? List.of()
                : List.of(new FindingSeen(
                        c.finding().coalition(), c.finding().one(), c.finding().other(), c.by(), c.at()));
    }
}
