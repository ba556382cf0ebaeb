package org.tansiq.domain.members;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.PersonId;

/** One person's place as an auditor of one coalition; its text is the value of the tag {@code auditor}. */
public record AuditorId(CoalitionId coalition, PersonId person) {
    @Override
    public String toString() {
        return coalition + "/" + person;
    }
}
