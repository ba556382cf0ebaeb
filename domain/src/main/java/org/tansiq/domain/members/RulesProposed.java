package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A steward would have the coalition keep these rules. Those before stand until another member agrees. */
@Event(namespace = "members", name = "RulesProposed", version = "1")
public record RulesProposed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition, Text rules, OrganizationId by, Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.RULES)
    CoalitionId ruled() {
        return coalition;
    }
}
