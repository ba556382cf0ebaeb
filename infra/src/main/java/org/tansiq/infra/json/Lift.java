package org.tansiq.infra.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * How a payload of one version is read as the next: one step, always to the version above, so that no gap can be
 * declared. It is applied when an event is read; what stands in the log stays.
 *
 * @param event its name in the log, {@code tasks.TaskClaimed}
 * @param from the older version; the step leads to the one above
 * @param step may change the payload that it is given; what it throws makes the event unreadable
 */
public record Lift(String event, int from, UnaryOperator<ObjectNode> step) {
    public Lift {
        if (from < 1) {
            throw new IllegalArgumentException("Versions begin at 1, and " + event + " is lifted from " + from + ".");
        }
    }
}
