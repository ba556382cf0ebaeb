package org.tansiq.infra.wiring;

import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.Lifting;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.StoredEvent;

/** Decisions see an event opened, and an older one as it would be written today. */
final class PresentVersions implements Lifting {
    private final EventTypes types;
    private final Sealing sealing;

    PresentVersions(EventTypes types, Sealing sealing) {
        this.types = types;
        this.sealing = sealing;
    }

    @Override
    public StoredEvent lift(StoredEvent event) {
        var present = types.present(event.name());
        var opened = sealing.open(event);
        return present.equals(event.version())
                ? event.withPayload(opened)
                : new StoredEvent(
                        event.id(),
                        event.name(),
                        present,
                        event.at(),
                        event.metadata(),
                        event.tags(),
                        types.lift(event.name(), event.version(), opened));
    }
}
