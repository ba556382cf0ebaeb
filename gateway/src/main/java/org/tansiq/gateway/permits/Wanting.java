package org.tansiq.gateway.permits;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.permits.PermitRow;
import org.tansiq.projections.permits.Urgency;

/** An action whose permit needs somebody. */
public record Wanting(ActionRow action, Mark mark) {
    /** The most urgent first, and of those the one that comes first. */
    static final Comparator<Wanting> ORDER = Comparator.comparing(
                    (Wanting one) -> one.mark().urgency(), Comparator.reverseOrder())
            .thenComparing(one -> one.action().from())
            .thenComparing(one -> one.action().id());

    static Optional<Wanting> of(ActionRow action, PermitRow permit, Instant now) {
        var urgency = Urgency.of(permit, now);
        return urgency.needsSomebody() ? Optional.of(new Wanting(action, new Mark(permit, urgency))) : Optional.empty();
    }

    /** @param permits may know of actions that their reader's rows do not have yet */
    static List<Wanting> among(Map<String, ActionRow> actions, List<PermitRow> permits, Instant now) {
        return permits.stream()
                .flatMap(permit ->
                        Optional.ofNullable(actions.get(permit.id()))
                                .flatMap(action -> of(action, permit, now))
                                .stream())
                .sorted(ORDER)
                .toList();
    }
}
