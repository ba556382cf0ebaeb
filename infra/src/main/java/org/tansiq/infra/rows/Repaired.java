package org.tansiq.infra.rows;

/**
 * What of the rows was last set otherwise than by an event. When this is another than before while the position is the
 * same, rows at that position are others.
 *
 * @param generation 0 before there is any
 * @param times that it was repaired
 */
public record Repaired(long generation, long times) {
    public static final Repaired NEVER = new Repaired(0, 0);
}
