package org.tansiq.gateway.limits;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * So many in any stretch of time of this length, for each of those who ask. Who they are is known here by a keyed hash
 * only, whose key lives as long as the process, and nobody is remembered longer than that stretch.
 */
final class RateLimit {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final int max;
    private final long windowMillis;
    private final Clock clock;
    private final SecretKeySpec key;
    /** The moments at which each was let through, the oldest first. */
    private final Map<String, ArrayDeque<Long>> past = new HashMap<>();

    private boolean willForget;

    RateLimit(int max, Duration window, Clock clock) {
        this.max = max;
        this.windowMillis = window.toMillis();
        this.clock = clock;
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Counts one more, if it is within the limit: then zero, and otherwise how long to wait. Who is refused is not counted. */
    Duration take(String who) {
        var sealed = sealed(who);
        synchronized (this) {
            var now = clock.millis();
            var mine = past.computeIfAbsent(sealed, first -> new ArrayDeque<>());
            forgetOld(mine, now);
            if (mine.size() >= max) {
                return Duration.ofMillis(mine.element() + windowMillis - now);
            }
            mine.add(now);
            forgetLater();
            return Duration.ZERO;
        }
    }

    /** How many are remembered. */
    synchronized int remembered() {
        return past.size();
    }

    synchronized void forgetOld() {
        var now = clock.millis();
        past.values().removeIf(moments -> {
            forgetOld(moments, now);
            return moments.isEmpty();
        });
    }

    private void forgetOld(ArrayDeque<Long> moments, long now) {
        while (!moments.isEmpty() && moments.element() <= now - windowMillis) {
            moments.remove();
        }
    }

    private void forgetLater() {
        if (!willForget) {
            willForget = true;
            CompletableFuture.delayedExecutor(windowMillis, TimeUnit.MILLISECONDS)
                    .execute(this::forgetAndGoOn);
        }
    }

    private synchronized void forgetAndGoOn() {
        forgetOld();
        willForget = false;
        if (!past.isEmpty()) {
            forgetLater();
        }
    }

    private String sealed(String who) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
