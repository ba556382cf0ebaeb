package org.tansiq.gateway.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a coalition's past.
 *
 * @param position of the last event of the coalition that counts; -1 before its first
 * @param at the instant that was asked for, or else when that event was recorded; nothing before the first
 */
public record Then(long position, @Nullable Instant at) {}
