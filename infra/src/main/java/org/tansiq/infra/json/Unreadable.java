package org.tansiq.infra.json;

import java.time.Instant;
import org.tansiq.domain.shared.Fact;

/**
 * Stands in the place of an event that is in the log and cannot be read here, so that its position is not lost.
 *
 * @param reason what went wrong in reading it
 */
public record Unreadable(String name, String version, UnreadableJson reason, Instant at) implements Fact {}
