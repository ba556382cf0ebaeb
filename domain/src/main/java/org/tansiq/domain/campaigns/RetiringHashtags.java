package org.tansiq.domain.campaigns;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** Stewards retire a hashtag; it stays in the registry, to be found again. */
public final class RetiringHashtags {
    @CommandHandler
    void handle(
            RetireHashtag command,
            @InjectEntity HashtagRegistry registry,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.requiredSteward(command.membership());
        events.append(decide(command, registry));
    }

    static List<CampaignEvent> decide(RetireHashtag c, HashtagRegistry registry) {
        return switch (registry.required(c.entry())) {
            case RETIRED -> List.of();
            case REGISTERED ->
                List.of(new HashtagRetired(c.coalition(), c.language(), c.tag(), c.reason(), c.by(), c.at()));
        };
    }
}
