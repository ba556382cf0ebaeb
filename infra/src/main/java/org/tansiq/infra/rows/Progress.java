package org.tansiq.infra.rows;

/**
 * How far a projection's rows are.
 *
 * @param version of the projection that built them; 0 before there are any
 * @param next position of the next event to apply
 */
public record Progress(int version, long next) {
    public static final Progress NONE = new Progress(0, 0);
}
