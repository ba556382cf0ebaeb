package org.tansiq.gateway.operations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.rows.Parked;

/**
 * A parked event as operators see it: which and why, without what the error said. That may hold words of people, and an
 * operator reads no coalition's content.
 */
record ParkedEvent(
        long position,
        String event,
        @Nullable String coalition,
        String error,
        Instant since,
        Parked.State state,
        String reason) {
    static ParkedEvent of(Parked parked) {
        return new ParkedEvent(
                parked.position(),
                parked.event(),
                parked.coalition(),
                parked.error(),
                parked.since(),
                parked.state(),
                parked.reason());
    }
}
