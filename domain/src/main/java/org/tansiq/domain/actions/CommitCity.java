package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.Set;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/**
 * A member answers a call in one city; what takes place there becomes an action of its own.
 *
 * @param acknowledged the overlaps in that city that whoever commits it knows of
 * @param venueVisibility who of the coalition sees the venue and the coordinates
 */
@Command(namespace = "actions", name = "CommitCity")
public record CommitCity(
        CoalitionId coalition,
        SynchronizedId synchronizedAction,
        OrganizationId by,
        Place place,
        ActionId action,
        Venue venue,
        Set<ActionId> acknowledged,
        Visibility venueVisibility,
        Instant at) {
    public CommitCity {
        Place.check(place);
        Venue.check(venue);
        acknowledged = ActionIds.checked("acknowledged", acknowledged);
        Visibility.check("venueVisibility", venueVisibility);
    }

    /** Whose venue all of the coalition sees. */
    public CommitCity(
            CoalitionId coalition,
            SynchronizedId synchronizedAction,
            OrganizationId by,
            Place place,
            ActionId action,
            Venue venue,
            Set<ActionId> acknowledged,
            Instant at) {
        this(coalition, synchronizedAction, by, place, action, venue, acknowledged, Visibility.COALITION, at);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }

    public SynchronizedCityId synchronizedCity() {
        return new SynchronizedCityId(synchronizedAction, place.city());
    }
}
