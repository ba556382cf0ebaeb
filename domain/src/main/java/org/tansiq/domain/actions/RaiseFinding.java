package org.tansiq.domain.actions;

import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;

/**
 * The matcher found two actions; what it found, nobody decided.
 *
 * @param score from 0 to 100
 */
@Command(namespace = "actions", name = "RaiseFinding")
public record RaiseFinding(
        @TargetEntityId FindingId finding, Relation relation, int score, List<Ground> grounds, Instant at) {
    private static final int SCORE_MAX = 100;

    public RaiseFinding {
        if (score < 0 || score > SCORE_MAX) {
            throw new IllegalArgumentException("A score is from 0 to " + SCORE_MAX + ".");
        }
        grounds = List.copyOf(grounds);
    }

    public ActionId one() {
        return finding.one();
    }

    public ActionId other() {
        return finding.other();
    }
}
