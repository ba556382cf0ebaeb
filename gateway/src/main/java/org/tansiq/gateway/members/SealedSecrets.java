package org.tansiq.gateway.members;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.PersonId;

/**
 * Secrets that must be read again, as the store keeps them: sealed for their person with AES-256-GCM under a key that is
 * kept beside the store and not in it. Without a key they are kept as they are.
 */
public final class SealedSecrets {
    private static final String SEALED = "sealed:";
    private static final String PLAIN = "plain:";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final @Nullable SecretKeySpec key;

    /** @param key 32 bytes */
    public SealedSecrets(byte @Nullable [] key) {
        this.key = key == null ? null : new SecretKeySpec(key, "AES");
    }

    String seal(PersonId person, byte[] secret) {
        if (key == null) {
            return PLAIN + Base64.getEncoder().encodeToString(secret);
        }
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, key, person, nonce, secret);
        return SEALED
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                                .put(nonce)
                                .put(sealed)
                                .array());
    }

    byte[] open(PersonId person, String kept) {
        if (kept.startsWith(PLAIN)) {
            return Base64.getDecoder().decode(kept.substring(PLAIN.length()));
        }
        if (key == null || !kept.startsWith(SEALED)) {
            throw new IllegalStateException("The key of the second factors is missing.");
        }
        var all = ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(SEALED.length())));
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var sealed = new byte[all.remaining()];
        all.get(sealed);
        return run(Cipher.DECRYPT_MODE, key, person, nonce, sealed);
    }

    private static byte[] run(int mode, SecretKeySpec key, PersonId person, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.value().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A second factor cannot be opened with the key that is here.", failure);
        }
    }
}
