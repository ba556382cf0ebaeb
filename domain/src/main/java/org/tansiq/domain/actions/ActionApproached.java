package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;

/**
 * Somebody who may not see the action wanted its time in its city. It concerns the action's organisers alone.
 *
 * @param by who it was; null where they are not to be named
 */
@Event(namespace = "actions", name = "ActionApproached", version = "1")
public record ActionApproached(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @Nullable OrganizationId by,
        Slot wanted,
        Instant at)
        implements ActionEvent {}
