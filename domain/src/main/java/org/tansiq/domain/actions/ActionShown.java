package org.tansiq.domain.actions;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Visibility;

/**
 * From now on these may see the action, and of these those its venue.
 *
 * @param venueVisibility who of those who see the action sees its venue and the coordinates
 */
@Event(namespace = "actions", name = "ActionShown", version = "1")
public record ActionShown(
        @EventTag(key = Tags.COALITION) CoalitionId coalition,
        @EventTag(key = Tags.ACTION) ActionId action,
        @EventTag(key = Tags.ORGANIZATION) OrganizationId by,
        Visibility visibility,
        Visibility venueVisibility,
        Instant at)
        implements ActionEvent {}
