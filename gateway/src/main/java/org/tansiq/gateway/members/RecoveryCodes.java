package org.tansiq.gateway.members;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Ten codes, each of which opens once in the place of the authenticator's. They are shown to their person and kept as
 * hashes: 120 random bits are not guessed, so the hash is quick.
 */
record RecoveryCodes(List<String> codes) {
    private static final int COUNT = 10;
    private static final int BYTES = 15;
    private static final int GROUP = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCodes fresh() {
        return new RecoveryCodes(
                Stream.generate(RecoveryCodes::code).limit(COUNT).toList());
    }

    List<String> hashes() {
        return codes.stream().map(RecoveryCodes::hash).toList();
    }

    /** However it is typed. */
    static String hash(String code) {
        return Secrets.hash(code.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
    }

    private static String code() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.inGroups(Base32.of(bytes), GROUP);
    }

    @Override
    public String toString() {
        return "RecoveryCodes[" + codes.size() + "]";
    }
}
