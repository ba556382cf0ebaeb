package org.tansiq.infra.keys;

import java.util.Optional;
import javax.crypto.SecretKey;

/** The keys of those who write, one each. Safe for use by many threads. */
public interface Authors {
    /**
     * The key under which a person's texts are sealed from now on, made if there is none.
     *
     * @throws KeysRefused if the person is erased or about to be
     */
    SecretKey toWrite(String person);

    Optional<SecretKey> toRead(String person);

    /** Whether a missing key is as it should be. */
    boolean mayBeMissing(String person);

    /** For who has no keys: all that is sealed stays so, and reads as erased. */
    Authors NONE = new Authors() {
        @Override
        public SecretKey toWrite(String person) {
            throw new IllegalStateException("There are no keys here.");
        }

        @Override
        public Optional<SecretKey> toRead(String person) {
            return Optional.empty();
        }

        @Override
        public boolean mayBeMissing(String person) {
            return true;
        }
    };
}
