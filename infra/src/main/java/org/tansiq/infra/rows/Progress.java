package org.tansiq.infra.rows;

/**
 * How far the rows of one generation are. A rebuild makes another generation; its number was never used before.
 *
 * @param next position of the next event to apply
 */
public record Progress(long generation, long next) {
    Progress at(long position) {
        return new Progress(generation, position);
    }
}
