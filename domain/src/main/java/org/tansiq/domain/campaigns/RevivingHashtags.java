package org.tansiq.domain.campaigns;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** A retired hashtag is used again, and the one that took its place in its language is retired. */
public final class RevivingHashtags {
    @CommandHandler
    void handle(
            ReviveHashtag command,
            @InjectEntity HashtagRegistry registry,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.requiredSteward(command.membership());
        events.append(decide(command, registry));
    }

    static List<CampaignEvent> decide(ReviveHashtag c, HashtagRegistry registry) {
        return switch (registry.required(c.entry())) {
            case REGISTERED -> List.of();
            case RETIRED -> {
                var events = new ArrayList<>(
                        RegisteringHashtags.replaced(registry, c.coalition(), c.language(), c.by(), c.at()));
                events.add(new HashtagRevived(c.coalition(), c.language(), c.tag(), c.by(), c.at()));
                yield events;
            }
        };
    }
}
