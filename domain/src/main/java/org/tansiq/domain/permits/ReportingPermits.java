package org.tansiq.domain.permits;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** How an action stands with those who permit it is told by its organisers, as long as it is to take place. */
public final class ReportingPermits {
    @CommandHandler
    void handle(
            ReportPermit command,
            @InjectEntity Permit permit,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, permit.in(command.coalition(), command.action(), command.by())));
    }

    static List<PermitEvent> decide(ReportPermit c, Permit.Known known) {
        if (!known.organizers().contains(c.by())) {
            throw new NotAllowed("not-organizer");
        }
        if (known.cancelled()) {
            throw new Conflict("action-cancelled");
        }
        if (known.merged()) {
            throw new Conflict("action-merged");
        }
        var said = known.said();
        return said != null && said.state() == c.state() && said.note().equals(c.note())
                ? List.of()
                : List.of(new PermitReported(c.coalition(), c.action(), c.by(), c.state(), c.note(), c.at()));
    }
}
