package org.tansiq.infra.keys;

import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes a wrapping key of a passphrase, slowly: PBKDF2 with HMAC-SHA-512, which every Java has. */
final class Passphrase {
    static final int LENGTH_MIN = 16;
    static final int SALT_BYTES = 16;
    /** Nearly three times what OWASP asks for at least: it is done once for every start. */
    static final int ROUNDS = 600_000;

    private Passphrase() {}

    static byte[] key(char[] passphrase, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(passphrase, salt, rounds, Aes.KEY_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no PBKDF2.", e);
        } finally {
            spec.clearPassword();
        }
    }
}
