package org.tansiq.domain.actions;

import java.util.List;
import java.util.Map;
import org.tansiq.domain.shared.Conflict;

/**
 * An action would overlap others of its coalition in the same city. {@code details.collisions} lists all of them, by
 * start: whoever names them all as acknowledged goes through.
 */
public final class ActionsCollide extends Conflict {
    private final transient List<ActionId> actions;

    ActionsCollide(List<Neighbours.Neighbour> collisions) {
        super(
                "actions-collide",
                Map.of(
                        "collisions",
                        collisions.stream().map(ActionsCollide::particulars).toList()));
        actions = collisions.stream().map(Neighbours.Neighbour::action).toList();
    }

    /** Those it would overlap, by start. */
    public List<ActionId> actions() {
        return actions;
    }

    private static Map<String, Object> particulars(Neighbours.Neighbour other) {
        return Map.of(
                "id", other.action().value(),
                "title", other.title().in(),
                "by", other.by().value(),
                "from", other.slot().from().toString(),
                "until", other.slot().until().toString(),
                "venue", other.venue().name().in());
    }
}
