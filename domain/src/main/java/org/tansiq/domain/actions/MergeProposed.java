package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * The organisers of one action would make one of two; those of the other are to agree.
 *
 * @param action the one that would remain
 * @param from the one of the two whose organiser proposes it
 */
@Event(namespace = "actions", name = "MergeProposed", version = "1")
public record MergeProposed(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ACTION) ActionId gone,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        ActionId from,
        Instant at)
        implements ActionEvent {}
