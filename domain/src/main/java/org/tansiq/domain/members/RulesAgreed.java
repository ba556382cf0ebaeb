package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** A second member has agreed: these are the rules, and those before are not. */
@Event(namespace = "members", name = "RulesAgreed", version = "1")
public record RulesAgreed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        Text rules,
        OrganizationId proposedBy,
        OrganizationId by,
        Instant at)
        implements MemberEvent {
    @EventTag(key = Tags.RULES)
    CoalitionId ruled() {
        return coalition;
    }
}
