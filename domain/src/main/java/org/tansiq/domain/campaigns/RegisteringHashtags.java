package org.tansiq.domain.campaigns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/** A coalition has one hashtag in use to a language; the one before it is retired by the same commit. */
public final class RegisteringHashtags {
    @CommandHandler
    void handle(
            RegisterHashtag command,
            @InjectEntity HashtagRegistry registry,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.requiredSteward(command.membership());
        events.append(decide(command, registry));
    }

    static List<CampaignEvent> decide(RegisterHashtag c, HashtagRegistry registry) {
        var state = registry.state(c.entry()).orElse(null);
        if (state == HashtagRegistry.State.REGISTERED) {
            return List.of();
        }
        var events = new ArrayList<>(replaced(registry, c.coalition(), c.language(), c.by(), c.at()));
        if (state == HashtagRegistry.State.RETIRED) {
            events.add(new HashtagRevived(c.coalition(), c.language(), c.tag(), c.by(), c.at()));
        } else {
            registry.requireRoom();
            events.add(new HashtagRegistered(c.coalition(), c.language(), c.tag(), c.by(), c.at()));
        }
        return events;
    }

    /** What makes room for another hashtag in this language. */
    static List<CampaignEvent> replaced(
            HashtagRegistry registry, CoalitionId coalition, String language, OrganizationId by, Instant at) {
        return registry.canonical(language).stream()
                .<CampaignEvent>map(
                        entry -> new HashtagRetired(coalition, language, entry.tag(), new Text(Map.of()), by, at))
                .toList();
    }
}
