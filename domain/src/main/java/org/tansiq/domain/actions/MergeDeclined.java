package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/** Two actions are not made one as was proposed: the other side would not, or the proposal was taken back. */
@Event(namespace = "actions", name = "MergeDeclined", version = "1")
public record MergeDeclined(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ACTION) ActionId gone,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Instant at)
        implements ActionEvent {}
