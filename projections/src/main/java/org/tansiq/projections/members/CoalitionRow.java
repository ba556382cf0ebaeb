package org.tansiq.projections.members;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.CoalitionFounded;
import org.tansiq.domain.members.RulesAgreed;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * A coalition, as its founder described it, and what its members have agreed on.
 *
 * @param rules empty while they have agreed on nothing
 * @param rulesSince when they agreed last
 * @param proposal what they may agree on next
 */
public record CoalitionRow(
        String id,
        Text name,
        Text purpose,
        String founder,
        Instant founded,
        Text rules,
        @Nullable Instant rulesSince,
        @Nullable ProposedRules proposal)
        implements Row {
    static CoalitionRow of(CoalitionFounded e) {
        return new CoalitionRow(
                e.coalition().value(),
                e.name(),
                e.purpose(),
                e.founder().value(),
                e.at(),
                new Text(Map.of()),
                null,
                null);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", id));
    }

    CoalitionRow agreed(RulesAgreed e) {
        return new CoalitionRow(id, name, purpose, founder, founded, e.rules(), e.at(), null);
    }

    CoalitionRow proposed(@Nullable ProposedRules proposed) {
        return new CoalitionRow(id, name, purpose, founder, founded, rules, rulesSince, proposed);
    }

    /** As those see it who do not belong: what the members have agreed on, and not what they may agree on. */
    public CoalitionRow seenFromOutside() {
        return proposed(null);
    }
}
