package org.tansiq.domain.actions;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;

/** Organisations in the order of their ids, so that they are always written alike. */
final class Organizations {
    static final int ASKED_MAX = 1_000;

    private Organizations() {}

    static Set<OrganizationId> sorted(Collection<OrganizationId> organizations) {
        var sorted = new TreeSet<>(Comparator.comparing(OrganizationId::value));
        sorted.addAll(organizations);
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }

    /** At least one, at most 1,000. */
    static Set<OrganizationId> checked(String field, Set<OrganizationId> organizations) {
        if (organizations.isEmpty()) {
            throw new Invalid("missing-field", field);
        }
        Limits.atMost(field, organizations.size(), ASKED_MAX);
        return sorted(organizations);
    }
}
