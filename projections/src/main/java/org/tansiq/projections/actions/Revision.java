package org.tansiq.projections.actions;

import java.time.Instant;

/**
 * Which state of something this is. It goes up with every change and is the same however often the rows are built.
 *
 * @param sequence position in the log of what last changed it
 * @param at when that was
 */
public record Revision(long sequence, Instant at) {
    /** An event that comes again, after later ones, takes nothing back. */
    public Revision then(long position, Instant changed) {
        return position > sequence ? new Revision(position, changed) : this;
    }
}
