package org.tansiq.infra.tokens;

/** What a token may do of what its owner may do. */
public enum Scope {
    /** Reads, and changes nothing. */
    READ,
    /** Whatever its owner may do, but for the owner's own account. */
    ACT
}
