package org.tansiq.projections.actions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may not see an action wanted its time in its city.
 *
 * @param by who, if they are to be named
 * @param from when they wanted it; so {@code until}
 * @param at when they were refused
 */
public record Approach(@Nullable String by, Instant from, Instant until, Instant at) {}
