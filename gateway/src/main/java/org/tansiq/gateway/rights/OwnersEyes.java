package org.tansiq.gateway.rights;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tansiq.domain.resources.ContactRead;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.EventTypes;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a coalition's history for one organisation's eyes alone: who read a contact, its owner is told. */
@Component
public class OwnersEyes {
    private static final String CONTACT_READ = EventTypes.nameOf(ContactRead.class);

    private final JsonMapper json;

    OwnersEyes(JsonMapper json) {
        this.json = json;
    }

    /** What of the history somebody may see. */
    public Predicate<History.Entry> of(SignedIn me) {
        return entry -> !entry.name().equals(CONTACT_READ)
                || json.readTree(entry.payload())
                        .path("owner")
                        .asString("")
                        .equals(me.organization().value());
    }
}
