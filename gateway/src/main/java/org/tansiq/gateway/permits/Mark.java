package org.tansiq.gateway.permits;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tansiq.projections.permits.PermitRow;
import org.tansiq.projections.permits.Urgency;

/** How an action stands with those who permit it, as its card shows it at one moment. */
public record Mark(PermitRow permit, Urgency urgency) {
    /** By the actions' ids. */
    public static Map<String, Mark> byAction(Collection<PermitRow> permits, Instant now) {
        return permits.stream()
                .map(permit -> new Mark(permit, Urgency.of(permit, now)))
                .collect(Collectors.toMap(mark -> mark.permit().id(), Function.identity()));
    }
}
