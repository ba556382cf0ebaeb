package org.tansiq.infra.keys;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.Custody.Kind;
import org.tansiq.infra.keys.KeysRefused.Why;
import org.tansiq.infra.keys.Passphrase.Cost;

/** Finds the wrapping key, and changes it. */
public final class KeyRotation {
    private KeyRotation() {}

    record Begun(WrappingKey key, Custody custody) {}

    /**
     * Wraps all keys anew and destroys what wrapped them before. No server may run on the shelf meanwhile.
     *
     * @param file of the old key, and of the new one
     * @param passphrase the old one, if it was one
     * @param next the new passphrase; null for a new key file
     * @return how many keys were wrapped
     * @throws KeysRefused if the old key or passphrase is not the right one; then nothing has changed
     */
    public static int rotate(KeyShelf shelf, Path file, @Nullable String passphrase, @Nullable String next) {
        var keyFile = new KeyFile(file);
        var custody = shelf.custody()
                .orElseThrow(() -> new KeysRefused(Why.KEYS_MISSING, "There are no keys here that could be rotated."));
        var old = wrapping(custody, keyFile, passphrase);
        var begun = next == null ? custodyOf(keyFile.makeNext()) : ofPassphrase(next);
        var count = shelf.people().size();
        shelf.rewrap(begun.custody(), (person, wrapped) -> begun.key().wrap(person, old.unwrap(person, wrapped)));
        if (next == null) {
            keyFile.replace();
        } else {
            keyFile.drop();
        }
        return count;
    }

    static Begun first(KeyFile file, @Nullable String passphrase) {
        return passphrase == null ? custodyOf(file.read().orElseGet(file::make)) : ofPassphrase(passphrase);
    }

    private static Begun custodyOf(WrappingKey key) {
        return new Begun(key, key.custody(Kind.FILE, new byte[0], Cost.NONE));
    }

    private static Begun ofPassphrase(String passphrase) {
        if (passphrase.length() < Passphrase.LENGTH_MIN) {
            throw new KeysRefused(
                    Why.PASSPHRASE_SHORT,
                    Map.of("least", Passphrase.LENGTH_MIN),
                    "A passphrase for the keys needs " + Passphrase.LENGTH_MIN + " characters at least.");
        }
        var salt = Aes.random(Passphrase.SALT_BYTES);
        var key = new WrappingKey(WrappingKey.newId(), Passphrase.key(passphrase.toCharArray(), salt, Cost.PRESENT));
        return new Begun(key, key.custody(Kind.PASSPHRASE, salt, Cost.PRESENT));
    }

    /** The key that wraps what is on a shelf in this custody. */
    static WrappingKey wrapping(Custody custody, KeyFile file, @Nullable String passphrase) {
        return switch (custody.kind()) {
            case FILE -> fromFile(custody, file, passphrase);
            case PASSPHRASE -> fromPassphrase(custody, passphrase);
        };
    }

    private static WrappingKey fromPassphrase(Custody custody, @Nullable String passphrase) {
        if (passphrase == null) {
            throw new KeysRefused(
                    Why.PASSPHRASE_MISSING, "The keys are wrapped by a passphrase. Set TANSIQ_KEY_PASSPHRASE to it.");
        }
        var key =
                new WrappingKey(custody.id(), Passphrase.key(passphrase.toCharArray(), custody.salt(), custody.cost()));
        if (!key.fits(custody)) {
            throw new KeysRefused(
                    Why.PASSPHRASE_WRONG, "TANSIQ_KEY_PASSPHRASE is not the passphrase by which the keys are wrapped.");
        }
        return key;
    }

    private static WrappingKey fromFile(Custody custody, KeyFile file, @Nullable String passphrase) {
        if (passphrase != null) {
            throw new KeysRefused(
                    Why.PASSPHRASE_UNUSED,
                    Map.of("file", file.path()),
                    "TANSIQ_KEY_PASSPHRASE is set, and the keys are wrapped by the file " + file.path()
                            + ". Unset it, or change over: put it into TANSIQ_NEW_KEY_PASSPHRASE and run \"tansiq keys rotate\".");
        }
        var next = file.readNext().filter(key -> key.fits(custody));
        if (next.isPresent()) {
            // A rotation was cut off before its last step.
            file.replace();
            return next.get();
        }
        var key = file.read()
                .orElseThrow(() -> new KeysRefused(
                        Why.FILE_MISSING,
                        Map.of("file", file.path()),
                        "The file " + file.path() + " is missing, and nothing that people wrote can be read without it."
                                + " Put it back from where you keep a copy of it."));
        if (!key.fits(custody)) {
            throw new KeysRefused(
                    Why.FILE_OTHER,
                    Map.of("file", file.path()),
                    "The file " + file.path() + " is not the key by which the keys are wrapped: it is from before a"
                            + " rotation, or of another installation. Put the right one back.");
        }
        file.dropNext();
        return key;
    }
}
