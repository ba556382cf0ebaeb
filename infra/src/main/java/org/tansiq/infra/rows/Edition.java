package org.tansiq.infra.rows;

import org.tansiq.projections.shared.Projection;

/**
 * One version of a projection. What another version has built is of no use to it, so each edition has rows and a lease of
 * its own, and nodes of two versions work side by side.
 */
public record Edition(String projection, int version) {
    public static Edition of(Projection projection) {
        return new Edition(projection.name(), projection.version());
    }

    @Override
    public String toString() {
        return projection + "/" + version;
    }
}
