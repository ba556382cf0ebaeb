package org.tansiq.domain.permits;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that is said of permits. */
public sealed interface PermitEvent extends Fact permits PermitReported, LeadTimeSet {
    CoalitionId coalition();
}
