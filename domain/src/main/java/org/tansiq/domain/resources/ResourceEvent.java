package org.tansiq.domain.resources;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to a resource. */
public sealed interface ResourceEvent extends Fact
        permits ResourceOffered,
                ResourceBooked,
                BookingCancelled,
                ResourceReturned,
                ContactRead,
                ResourceWithdrawn,
                ResourceShown {
    CoalitionId coalition();

    ResourceId resource();
}
