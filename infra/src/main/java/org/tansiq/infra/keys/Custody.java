package org.tansiq.infra.keys;

/**
 * How the keys of authors are wrapped, as it is kept beside them. The key that wraps them is not here.
 *
 * @param id of the wrapping key, another after each rotation
 * @param salt for a passphrase; empty for a key file
 * @param memoryKib for a passphrase; 0 for a key file, and so {@code passes}
 * @param proof something known, sealed by the wrapping key: tells a wrong one before it does harm
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record Custody(String id, Kind kind, byte[] salt, int memoryKib, int passes, byte[] proof) {
    /** Where the wrapping key comes from. */
    public enum Kind {
        FILE,
        PASSPHRASE
    }

    Passphrase.Cost cost() {
        return new Passphrase.Cost(memoryKib, passes);
    }

    @Override
    public String toString() {
        return "Custody[" + kind + "]";
    }
}
