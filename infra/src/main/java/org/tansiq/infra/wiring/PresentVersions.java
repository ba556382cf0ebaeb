package org.tansiq.infra.wiring;

import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.Lifting;
import org.tansiq.infra.log.StoredEvent;

/** Decisions see an older event as it would be written today. */
final class PresentVersions implements Lifting {
    private final EventTypes types;

    PresentVersions(EventTypes types) {
        this.types = types;
    }

    @Override
    public StoredEvent lift(StoredEvent event) {
        var present = types.present(event.name());
        return present.equals(event.version())
                ? event
                : new StoredEvent(
                        event.id(),
                        event.name(),
                        present,
                        event.at(),
                        event.metadata(),
                        event.tags(),
                        types.lift(event.name(), event.version(), event.payload()));
    }
}
