package org.tansiq.gateway.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a command answers.
 *
 * @param id the thing that it made or changed
 * @param position of the log after it; a {@code GET} with {@code Tansiq-After} of this reads what was just written
 */
public record Answer(@Nullable String id, long position) {}
