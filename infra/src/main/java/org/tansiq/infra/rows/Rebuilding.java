package org.tansiq.infra.rows;

/** There are no rows of this edition yet: they are being built, and may be asked for again in a while. */
public final class Rebuilding extends RuntimeException {
    private final String projection;

    public Rebuilding(Edition edition) {
        super("The rows of " + edition + " are being built.");
        this.projection = edition.projection();
    }

    public String projection() {
        return projection;
    }
}
