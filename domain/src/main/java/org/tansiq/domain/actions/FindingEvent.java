package org.tansiq.domain.actions;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to two actions that should know of each other. Their ids are in the order of the alphabet. */
public sealed interface FindingEvent extends Fact
        permits FindingRaised, FindingSeen, FindingAcknowledged, FindingSaidDifferent {
    CoalitionId coalition();

    ActionId one();

    ActionId other();

    default FindingId id() {
        return new FindingId(coalition(), one(), other());
    }
}
