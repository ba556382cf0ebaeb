package org.tansiq.gateway.live;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tansiq.domain.shared.OrganizationId;

/** A topic as the people of one organisation hear it: what they may see of it, and what others may does not reach them. */
record Feed(Topic topic, OrganizationId organization) {
    /** Inside the broker, which takes some characters of a destination for patterns. Clients see the topic's own name. */
    String destination() {
        var name = topic.destination() + ' ' + organization;
        return "/topic/" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
