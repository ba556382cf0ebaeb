package org.tansiq.gateway.members;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;

/**
 * Slow hashes of passwords: PBKDF2 with HMAC-SHA-512 and 210,000 rounds, as OWASP's password storage cheat sheet has it.
 * The hash names its algorithm, so a later one can stand beside it.
 */
@Component
public final class Passwords {
    public static final int LENGTH_MIN = 12;
    public static final int LENGTH_MAX = 128;

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int WAIT_SECONDS_MAX = 5;

    /** Compared with when there is no account, so that an unknown login takes as long as a wrong password. Nothing has it. */
    private static final String NOBODYS = "{pbkdf2-sha512}" + "5a".repeat(SALT_BYTES + 32);

    private final PasswordEncoder hashes = new DelegatingPasswordEncoder(
            "pbkdf2-sha512",
            Map.of(
                    "pbkdf2-sha512",
                    new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));

    // A hash keeps a core busy: guessing must not take them all from those who have signed in.
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /**
     * Measures a new password, in characters.
     *
     * @throws Invalid {@code bad-password} when it is shorter or longer than may be
     */
    public static void check(String field, String password) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < LENGTH_MIN || length > LENGTH_MAX) {
            throw new Invalid("bad-password", field, Map.of("min", LENGTH_MIN, "max", LENGTH_MAX));
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
