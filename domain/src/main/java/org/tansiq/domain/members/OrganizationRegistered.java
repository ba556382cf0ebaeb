package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.domain.shared.Text;

/** An organisation is known by this name; it belongs to no coalition yet. */
@Event(namespace = "members", name = "OrganizationRegistered", version = "1")
public record OrganizationRegistered(
        @EventTag(key = Tags.ORGANIZATION) OrganizationId organization, Text name, Instant at) implements MemberEvent {}
