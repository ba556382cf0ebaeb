package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** The rules that were proposed are not to be agreed to any more. */
@Event(namespace = "members", name = "RulesWithdrawn", version = "1")
public record RulesWithdrawn(@EventTag(key = Tags.COALITION) CoalitionId coalition, OrganizationId by, Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.RULES)
    CoalitionId ruled() {
        return coalition;
    }
}
