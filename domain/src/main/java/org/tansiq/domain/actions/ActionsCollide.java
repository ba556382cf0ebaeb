package org.tansiq.domain.actions;

import java.util.List;
import java.util.Map;
import org.tansiq.domain.shared.Conflict;

/**
 * An action would overlap others of its coalition in the same city. {@code details.collisions} lists all of them, by
 * start: whoever names them all as acknowledged goes through.
 */
public final class ActionsCollide extends Conflict {
    private final transient Slot wanted;
    private final transient List<ActionId> actions;

    ActionsCollide(Slot wanted, List<Neighbours.Neighbour> collisions) {
        super(
                "actions-collide",
                Map.of(
                        "collisions",
                        collisions.stream().map(ActionsCollide::particulars).toList()));
        this.wanted = wanted;
        actions = collisions.stream().map(Neighbours.Neighbour::action).toList();
    }

    /** Where and when it was to be. */
    public Slot wanted() {
        return wanted;
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
