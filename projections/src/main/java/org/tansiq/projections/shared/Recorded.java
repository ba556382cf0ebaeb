package org.tansiq.projections.shared;

import org.tansiq.domain.shared.Fact;

/**
 * An event as the log holds it.
 *
 * @param position its place in the log, from 0, without gaps
 */
public record Recorded(long position, Fact fact) {}
