package org.tansiq.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SecondFactor;
import org.tansiq.infra.members.SecondFactors;

/** The second factor of everybody in the tests: one secret, and for each login no code twice. */
public final class Authenticator {
    private static final byte[] SECRET = "twenty letters of it".getBytes(StandardCharsets.UTF_8);
    private static final String KEPT = "plain:" + Base64.getEncoder().encodeToString(SECRET);
    private static final long STEP_SECONDS = 30;
    /** How long it may take until the server sees a code. */
    private static final long SLOW_SECONDS = 10;

    private static final Map<String, Long> USED = new ConcurrentHashMap<>();

    private Authenticator() {}

    public static void giveTo(PersonId person, SecondFactors factors) {
        if (!factors.begin(SecondFactor.begun(person, KEPT)) || !factors.confirm(person, KEPT, -1, List.of())) {
            throw new IllegalStateException("Somebody has a second factor already.");
        }
    }

    /** The next that the server takes from this login; where it took several just now, this waits for it. */
    public static String code(String login) {
        // The step before this one is taken too, but not for long.
        var first = (Instant.now().getEpochSecond() + SLOW_SECONDS) / STEP_SECONDS - 1;
        var step = USED.merge(login.toLowerCase(Locale.ROOT), first, (used, least) -> Math.max(used + 1, least));
        while (step > now() + 1) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return code(SECRET, step);
    }

    public static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static long now() {
        return Instant.now().getEpochSecond() / STEP_SECONDS;
    }
}
