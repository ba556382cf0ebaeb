package org.tansiq.infra.rows;

/**
 * That rows with one position came to be seen late: a repair set them, or a rebuild found them to differ. Who has read the
 * changes up to anywhere between the two positions may have missed them, and is told of them again.
 *
 * @param numbered the position that the rows bear
 * @param seen where the projection stood when they could first be read
 */
public record Belated(long numbered, long seen) {
    public Belated {
        if (numbered > seen) {
            throw new IllegalArgumentException("Rows of " + numbered + " cannot be seen at " + seen + ".");
        }
    }
}
