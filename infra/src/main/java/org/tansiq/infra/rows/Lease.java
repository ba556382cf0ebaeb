package org.tansiq.infra.rows;

/**
 * Who may write the rows of an edition. Its holder raises the beat; whoever has seen it stand still for long enough, by
 * their own clock, may take it with the next term. What is written under an earlier term is refused.
 *
 * @param owner a node; nobody while it is empty
 */
public record Lease(String owner, long term, long beat) {
    public static final Lease NONE = new Lease("", 0, 0);

    public boolean isFree() {
        return owner.isEmpty();
    }

    public Lease takenBy(String node) {
        return new Lease(node, term + 1, 0);
    }

    public Lease raised() {
        return new Lease(owner, term, beat + 1);
    }

    public Lease givenUp() {
        return new Lease("", term, beat);
    }
}
