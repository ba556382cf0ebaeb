package org.tansiq.infra.keys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/** The key that wraps the keys of authors. */
final class WrappingKey {
    private static final byte[] KNOWN = "tansiq".getBytes(StandardCharsets.UTF_8);
    private static final int ID_BYTES = 8;

    private final String id;
    private final SecretKey key;

    WrappingKey(String id, byte[] key) {
        this.id = id;
        this.key = Aes.key(key);
    }

    static String newId() {
        return HexFormat.of().formatHex(Aes.random(ID_BYTES));
    }

    String id() {
        return id;
    }

    Custody custody(Custody.Kind kind, byte[] salt, Passphrase.Cost cost) {
        return new Custody(id, kind, salt, cost.memoryKib(), cost.passes(), Aes.seal(key, KNOWN, "custody\n" + id));
    }

    boolean fits(Custody custody) {
        try {
            Aes.open(key, custody.proof(), "custody\n" + custody.id());
            return true;
        } catch (Aes.NotOpened e) {
            return false;
        }
    }

    byte[] wrap(String person, byte[] authorKey) {
        return Aes.seal(key, authorKey, "author\n" + person);
    }

    byte[] unwrap(String person, byte[] wrapped) {
        try {
            return Aes.open(key, wrapped, "author\n" + person);
        } catch (Aes.NotOpened e) {
            throw new KeysRefused(
                    KeysRefused.Why.ROTATED_MEANWHILE,
                    "The key of a person cannot be unwrapped: it was damaged, or wrapped anew meanwhile. Start again.");
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "WrappingKey[" + id + "]";
    }
}
