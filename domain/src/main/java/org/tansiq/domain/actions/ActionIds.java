package org.tansiq.domain.actions;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tansiq.domain.shared.Limits;

/** A handful of actions, in the order of their ids so that they are always written alike. */
public record ActionIds(Set<ActionId> ids) {
    /** How many overlaps one command may acknowledge. */
    static final int ACKNOWLEDGED_MAX = 1_000;

    public ActionIds {
        ids = sorted(ids);
    }

    static Set<ActionId> sorted(Collection<ActionId> ids) {
        var sorted = new TreeSet<>(Comparator.comparing(ActionId::value));
        sorted.addAll(ids);
        return Collections.unmodifiableSet(new LinkedHashSet<>(sorted));
    }

    static Set<ActionId> checked(String field, Set<ActionId> acknowledged) {
        Limits.atMost(field, acknowledged.size(), ACKNOWLEDGED_MAX);
        return sorted(acknowledged);
    }
}
