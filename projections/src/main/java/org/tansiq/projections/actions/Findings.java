package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.FindingAcknowledged;
import org.tansiq.domain.actions.FindingEvent;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.FindingRaised;
import org.tansiq.domain.actions.FindingSaidDifferent;
import org.tansiq.domain.actions.FindingSeen;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.projections.shared.Rows;

/** The pairs of the calendar: who meets whom now, and what was found and said of it. */
final class Findings {
    private Findings() {}

    static void apply(FindingEvent fact, long position, Rows rows) {
        var was = found(fact.id(), rows);
        var now = switch (fact) {
            case FindingRaised e -> was.judged(new FoundRow.Judgement(e.relation(), e.score(), e.grounds(), position));
            case FindingSeen e -> was.seen(e.by());
            case FindingAcknowledged e -> was.acknowledged(new FoundRow.Said(e.by().value(), e.reason(), e.at()));
            case FindingSaidDifferent e -> was.different(new FoundRow.Said(e.by().value(), e.reason(), e.at()));
        };
        rows.put(Calendar.FOUND, now);
        row(now.one(), now.other(), rows)
                .ifPresentOrElse(row -> tell(row, row.acknowledgedBy(), rows), () -> near(now, rows));
    }

    /** Two that meet in one city, from now on. */
    static void meet(ActionRow one, ActionRow other, List<String> acknowledgedBy, Rows rows) {
        // Rows may already be ahead of an event that comes again, so the log's order is asked and not taken for
        // granted.
        var inOrder = one.placed() < other.placed();
        rows.put(
                Calendar.COLLISIONS,
                CollisionRow.between(
                        inOrder ? one : other, inOrder ? other : one, acknowledgedBy, found(id(one, other), rows)));
    }

    /** In two towns they meet only because the matcher found that they do. */
    private static void near(FoundRow found, Rows rows) {
        var one = rows.get(Calendar.ACTIONS, found.one()).filter(Findings::isScheduled);
        var other = rows.get(Calendar.ACTIONS, found.other()).filter(Findings::isScheduled);
        if (one.isPresent()
                && other.isPresent()
                && CollisionRow.judgement(one.get(), other.get(), found).isPresent()
                && one.get().from().isBefore(other.get().until())
                && other.get().from().isBefore(one.get().until())) {
            meet(one.get(), other.get(), List.of(), rows);
        }
    }

    /** An action that was merged away is there again; in towns that touch it meets whom it met. */
    static void comeBack(ActionRow back, Rows rows) {
        for (var found : rows.find(Calendar.FOUND, key("action", back.id()))) {
            if (row(found.one(), found.other(), rows).isEmpty()) {
                near(found, rows);
            }
        }
    }

    private static boolean isScheduled(ActionRow action) {
        return action.status() == ActionRow.Status.SCHEDULED;
    }

    static void dissolve(String action, Rows rows) {
        for (var collision : rows.find(Calendar.COLLISIONS, key("action", action))) {
            rows.remove(Calendar.COLLISIONS, collision.id());
        }
    }

    /** Others than before may see them, or organise the action. */
    static void tellAgain(String action, Rows rows) {
        for (var collision : rows.find(Calendar.COLLISIONS, key("action", action))) {
            tell(collision, collision.acknowledgedBy(), rows);
        }
    }

    static void acknowledge(OverlapAcknowledged e, Rows rows) {
        for (var other : e.acknowledged()) {
            row(e.action().value(), other.value(), rows)
                    .ifPresent(row -> tell(row, with(row.acknowledgedBy(), e.by()), rows));
        }
    }

    private static void tell(CollisionRow row, List<String> acknowledgedBy, Rows rows) {
        var earlier = rows.get(Calendar.ACTIONS, row.earlier());
        var later = rows.get(Calendar.ACTIONS, row.later());
        if (earlier.isPresent() && later.isPresent()) {
            rows.put(
                    Calendar.COLLISIONS,
                    CollisionRow.between(
                            earlier.get(), later.get(), acknowledgedBy, found(id(earlier.get(), later.get()), rows)));
        }
    }

    private static Optional<CollisionRow> row(String one, String other, Rows rows) {
        return rows.get(Calendar.COLLISIONS, CollisionRow.id(one, other))
                .or(() -> rows.get(Calendar.COLLISIONS, CollisionRow.id(other, one)));
    }

    private static FindingId id(ActionRow one, ActionRow other) {
        return new FindingId(new CoalitionId(one.coalition()), new ActionId(one.id()), new ActionId(other.id()));
    }

    private static FoundRow found(FindingId id, Rows rows) {
        return rows.get(Calendar.FOUND, id.pair()).orElseGet(() -> FoundRow.nothing(id));
    }

    private static List<String> with(List<String> organizations, OrganizationId one) {
        var all = new ArrayList<>(organizations);
        if (!all.contains(one.value())) {
            all.add(one.value());
        }
        return all;
    }
}
