package org.tansiq.domain.members;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;

/** One organisation's place in one coalition; its text is the value of the tag {@code membership}. */
public record MembershipId(CoalitionId coalition, OrganizationId organization) {
    @Override
    public String toString() {
        return coalition + "/" + organization;
    }
}
