package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Conflict;

/** A registered organisation founds a coalition, and is its first steward. */
public final class FoundingCoalitions {
    @CommandHandler
    void handle(
            FoundCoalition command,
            @InjectEntity Coalition coalition,
            @InjectEntity(idProperty = "by") Organization founder,
            EventAppender events) {
        founder.required(command.by());
        events.append(decide(command, coalition.founded()));
    }

    static List<MemberEvent> decide(FoundCoalition found, @Nullable CoalitionFounded already) {
        if (already == null) {
            return List.of(
                    new CoalitionFounded(found.coalition(), found.by(), found.name(), found.purpose(), found.at()));
        }
        if (already.founder().equals(found.by()) && already.name().equals(found.name())) {
            return List.of();
        }
        throw new Conflict("coalition-exists");
    }
}
