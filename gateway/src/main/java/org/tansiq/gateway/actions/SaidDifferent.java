package org.tansiq.gateway.actions;

import java.util.Set;
import java.util.stream.Collectors;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.FoundRow;

/** The pairs of which somebody said that they have nothing to do with each other: nobody is told of them again. */
record SaidDifferent(CoalitionId coalition, Set<String> pairs) {
    static SaidDifferent in(CoalitionId coalition, Views views) {
        return new SaidDifferent(
                coalition,
                views.find(Calendar.FOUND, FoundRow.saidDifferentIn(coalition)).stream()
                        .map(FoundRow::id)
                        .collect(Collectors.toSet()));
    }

    static SaidDifferent none(CoalitionId coalition) {
        return new SaidDifferent(coalition, Set.of());
    }

    boolean of(String action, String other) {
        return !pairs.isEmpty()
                && pairs.contains(new FindingId(coalition, new ActionId(action), new ActionId(other)).pair());
    }
}
