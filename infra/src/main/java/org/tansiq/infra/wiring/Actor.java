package org.tansiq.infra.wiring;

import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;

/** Who sends a command, and for which organisation. The log keeps both ids and nothing else of a person. */
public record Actor(PersonId person, OrganizationId organization) {
    /** What happens by itself, as the log names it; {@code organization} is the one on whose behalf. */
    public static Actor automation(OrganizationId organization) {
        return new Actor(new PersonId("automation"), organization);
    }
}
