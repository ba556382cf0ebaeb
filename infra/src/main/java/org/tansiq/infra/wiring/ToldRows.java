package org.tansiq.infra.wiring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.SealedRows;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.actions.CollisionRow;
import org.tansiq.projections.actions.CollisionRow.Relation;
import org.tansiq.projections.shared.Row;
import org.tansiq.projections.shared.View;

/** Rows as they are told: their sealed texts opened, and what hangs on words judged by who can read them. */
final class ToldRows {
    private final SealedRows sealed;

    ToldRows(SealedRows sealed) {
        this.sealed = sealed;
    }

    /** @param actions the JSON of an action's row, as it is kept, by id; of the same moment as what is told */
    Telling by(Function<String, Optional<String>> actions) {
        return new Telling(actions);
    }

    /** What is told in one answer. For one thread. */
    final class Telling {
        private final Function<String, Optional<String>> actions;
        private final Map<String, Optional<ActionRow>> known = new HashMap<>();

        private Telling(Function<String, Optional<String>> actions) {
            this.actions = actions;
        }

        String json(View<?> view, String kept) {
            return view.equals(Calendar.COLLISIONS) ? Json.write(row(Calendar.COLLISIONS, kept)) : sealed.open(kept);
        }

        <R extends Row> R row(View<R> view, String kept) {
            var row = Json.read(sealed.open(kept), view.rows());
            return row instanceof CollisionRow collision ? view.rows().cast(judged(collision)) : row;
        }

        /** Two venues with sealed names look like two. */
        private CollisionRow judged(CollisionRow collision) {
            if (collision.relation() == Relation.SAME_PLACE) {
                return collision;
            }
            var earlier = action(collision.earlier());
            var later = action(collision.later());
            return earlier.isPresent() && later.isPresent() ? collision.told(earlier.get(), later.get()) : collision;
        }

        private Optional<ActionRow> action(String id) {
            return known.computeIfAbsent(id, wanted -> actions.apply(wanted).map(json -> row(Calendar.ACTIONS, json)));
        }
    }
}
