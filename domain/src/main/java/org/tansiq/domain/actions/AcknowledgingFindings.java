package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/**
 * The organisers of either action may go on with it knowing of the other, and say why. Another reason takes the place of the
 * first; what was said to be different needs none.
 */
public final class AcknowledgingFindings {
    @CommandHandler
    void handle(
            AcknowledgeFinding command,
            @InjectEntity(idProperty = "one") Action one,
            @InjectEntity(idProperty = "other") Action other,
            @InjectEntity FoundPair found,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, new Meeting(one, other, found)));
    }

    static List<FindingEvent> decide(AcknowledgeFinding c, Meeting meeting) {
        var found = meeting.forOrganizer(c.finding(), c.by());
        if (found.isDifferent()) {
            throw new Conflict("said-different");
        }
        return found.acknowledged(c.by(), c.reason())
                ? List.of()
                : List.of(new FindingAcknowledged(
                        c.finding().coalition(), c.finding().one(), c.finding().other(), c.by(), c.reason(), c.at()));
    }
}
