package org.tansiq.gateway.rights;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.PublishedView;

/** Says what somebody sees beyond the coalition that they are asking about. */
@Component
public class WideSights {
    private final Access access;
    private final Sights sights;

    WideSights(Access access, Sights sights) {
        this.access = access;
        this.sights = sights;
    }

    /** @param here as what they read the coalition that they ask about; of others whatever comes to them by itself */
    public WideSight of(SignedIn me, Reader here, CoalitionId coalition) {
        return new WideSight(id -> id.equals(coalition.value())
                ? Optional.of(sights.of(here, coalition))
                : elsewhere(me, new CoalitionId(id)));
    }

    private Optional<Sight> elsewhere(SignedIn me, CoalitionId coalition) {
        return access.reader(me, coalition)
                .filter(reader -> Policy.hears(reader, PublishedView.ACTIONS))
                .map(reader -> sights.of(reader, coalition));
    }
}
