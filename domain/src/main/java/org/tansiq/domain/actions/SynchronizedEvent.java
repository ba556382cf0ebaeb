package org.tansiq.domain.actions;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to a synchronised action. */
public sealed interface SynchronizedEvent extends Fact
        permits SynchronizedCalled,
                OrganizationsAsked,
                CallAnswered,
                SilentReminded,
                CityCommitted,
                CityWithdrawn,
                CityReported {
    CoalitionId coalition();

    SynchronizedId synchronizedAction();
}
