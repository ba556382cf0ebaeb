package org.tansiq.gateway.members;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Account;

/**
 * Credentials that were right a moment ago, so that a program which sends them with every request waits for the slow
 * hash once a minute only. Kept in memory, under a keyed hash whose key lives as long as the process; wrong
 * ones are never kept. Many who ask with the same credentials at once wait for one verification.
 */
@Component
class RecentlyVerified {
    static final Duration REMEMBERED = Duration.ofSeconds(60);
    static final int KEPT_MAX = 1_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private record Verified(SignedIn who, Instant until) {}

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Verified> kept = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Optional<SignedIn>>> underWay = new HashMap<>();
    private long passwordChanges;

    RecentlyVerified(Clock clock) {
        this.clock = clock;
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Who has these credentials, by memory or by asking {@code slowly}. */
    Optional<SignedIn> verify(String login, String password, Supplier<Optional<SignedIn>> slowly) {
        var credentials = sealed(login, password);
        var mine = new CompletableFuture<Optional<SignedIn>>();
        CompletableFuture<Optional<SignedIn>> running;
        long changesSeen;
        synchronized (this) {
            var known = kept.get(credentials);
            if (known != null && clock.instant().isBefore(known.until())) {
                return Optional.of(known.who());
            }
            running = underWay.putIfAbsent(credentials, mine);
            changesSeen = passwordChanges;
        }
        if (running != null) {
            return outcome(running);
        }
        try {
            var found = slowly.get();
            keep(credentials, found, changesSeen);
            mine.complete(found);
            return found;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (this) {
                underWay.remove(credentials, mine);
            }
        }
    }

    private static Optional<SignedIn> outcome(CompletableFuture<Optional<SignedIn>> running) {
        try {
            return running.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private synchronized void keep(String credentials, Optional<SignedIn> found, long changesSeen) {
        // Whoever verified while a password changed may have verified the old one.
        if (found.isEmpty() || changesSeen != passwordChanges) {
            return;
        }
        var now = clock.instant();
        kept.remove(credentials);
        kept.values().removeIf(verified -> !now.isBefore(verified.until()));
        if (kept.size() >= KEPT_MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(credentials, new Verified(found.get(), now.plus(REMEMBERED)));
    }

    /** The next request of this person is verified anew. */
    synchronized void forget(PersonId person) {
        passwordChanges++;
        kept.values().removeIf(verified -> verified.who().person().equals(person));
        underWay.clear();
    }

    private String sealed(String login, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(Account.key(login).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0xFF); // in no UTF-8 text, so nothing moves from the one to the other
            return HexFormat.of()
                    .formatHex(mac.doFinal(Passwords.normal(password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
