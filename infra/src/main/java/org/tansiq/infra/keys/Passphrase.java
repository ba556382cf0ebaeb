package org.tansiq.infra.keys;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes a wrapping key of a passphrase, slowly and with much memory: Argon2id (RFC 9106). */
final class Passphrase {
    static final int LENGTH_MIN = 16;
    static final int SALT_BYTES = 16;

    /**
     * What the key costs whoever guesses.
     *
     * @param memoryKib KiB that one try fills
     * @param passes over that memory
     */
    record Cost(int memoryKib, int passes) {
        /** The second choice of RFC 9106, in one lane: it is paid once for every start. */
        static final Cost PRESENT = new Cost(64 * 1024, 3);

        static final Cost NONE = new Cost(0, 0);
    }

    private Passphrase() {}

    static byte[] key(char[] passphrase, byte[] salt, Cost cost) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(1)
                .build());
        var key = new byte[Aes.KEY_BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
