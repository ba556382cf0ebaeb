package org.tansiq.projections.actions.matching;

/**
 * What the names of two venues of one city say of them.
 *
 * @param sure from 0 to 1
 */
record Naming(Verdict verdict, double sure) {
    static final Naming VAGUE = new Naming(Verdict.VAGUE, 0);
    static final Naming UNLIKE = new Naming(Verdict.UNLIKE, 0.6);
    static final Naming OTHER = new Naming(Verdict.OTHER, 0.9);

    enum Verdict {
        SAME,
        /** They cannot be one: the embassies of two countries. */
        OTHER,
        /** Nothing in common; in two languages that may still be one place. */
        UNLIKE,
        /** At least one name does not say which place it is. */
        VAGUE
    }

    static Naming same(double sure) {
        return new Naming(Verdict.SAME, sure);
    }

    /** Of two opinions the one to go by. */
    Naming or(Naming other) {
        return rank() > other.rank() || (rank() == other.rank() && sure >= other.sure) ? this : other;
    }

    private int rank() {
        return switch (verdict) {
            case SAME -> 3;
            case VAGUE -> 2;
            case OTHER -> 1;
            case UNLIKE -> 0;
        };
    }
}
