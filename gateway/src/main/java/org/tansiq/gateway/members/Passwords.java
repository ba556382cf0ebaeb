package org.tansiq.gateway.members;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/**
 * Slow hashes of passwords: Argon2id with 19 MiB, two passes and one lane, as OWASP's password storage cheat sheet has it.
 * A hash names its algorithm: those that earlier versions made (PBKDF2) still match, and are made anew at the next sign-in.
 */
@Component
public final class Passwords {
    public static final int LENGTH_MIN = 12;
    public static final int LENGTH_MAX = 128;

    private static final String PRESENT = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int EARLIER_ROUNDS = 210_000;
    private static final int WAIT_SECONDS_MAX = 5;

    /** Compared with when there is no account, so that an unknown login takes as long as a wrong password. Nothing has it. */
    private static final String NOBODYS =
            "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$" + "Wlpa".repeat(5) + "Wg$" + "Wlpa".repeat(10) + "Wlo";

    private final PasswordEncoder hashes = new DelegatingPasswordEncoder(
            PRESENT,
            Map.of(
                    PRESENT,
                    new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES),
                    "pbkdf2-sha512",
                    new Pbkdf2PasswordEncoder(
                            "", SALT_BYTES, EARLIER_ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));

    // A hash keeps a core busy: guessing must not take them all from those who have signed in.
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * Measures a new password, in characters.
     *
     * @throws Invalid {@code bad-password} when it is shorter or longer than may be, {@code common-password} when it is
     *     among the first that are guessed
     */
    public static void check(String field, String password) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new Invalid("bad-password", field, Map.of("min", LENGTH_MIN, "max", LENGTH_MAX));
        }
        if (CommonPasswords.has(normal)) {
            throw new Invalid("common-password", field);
        }
    }

    public String hash(String password) {
        return onACore(() -> hashed(password));
    }

    private String hashed(String password) {
        var hash = hashes.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("A password has a hash.");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return onACore(() -> hashes.matches(normal(password), hash));
    }

    /** Whether it was made in a way that is no longer the best. */
    boolean isOld(String hash) {
        return hashes.upgradeEncoding(hash);
    }

    /** Takes as long as {@link #matches}. */
    void matchNobody(String password) {
        var unused = matches(password, NOBODYS);
    }

    /** Keyboards compose letters differently; people do not see it. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T onACore(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new ProblemException(WebProblem.OVERLOADED);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(WebProblem.OVERLOADED);
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
