package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;

/** A steward may be a plain member again, while another steward remains. */
public final class SteppingDown {
    @CommandHandler
    void handle(
            StepDown command,
            @InjectEntity Membership membership,
            @InjectEntity(idProperty = "coalition") Stewards stewards,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, stewards));
    }

    static List<MemberEvent> decide(StepDown down, Stewards stewards) {
        if (!stewards.organizations().contains(down.by())) {
            return List.of();
        }
        stewards.requireAnotherThan(down.by());
        return List.of(new StewardSteppedDown(down.coalition(), down.by(), down.at()));
    }
}
