package org.tansiq.gateway.members;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds, by RFC 6238 with HMAC-SHA-1: what every authenticator knows. */
final class Totp {
    static final int STEP_SECONDS = 30;
    /** In bytes, as RFC 4226 recommends. */
    static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA1";
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Clocks differ, and typing takes time. */
    private static final int STEPS_OFF = 1;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static byte[] freshSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static String code(byte[] secret, long step) {
        var hash = hmac(secret, step);
        var offset = hash[hash.length - 1] & 0xF;
        var number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** The step around now whose code this is. */
    static OptionalLong match(byte[] secret, String typed, Instant now) {
        var code = digits(typed);
        var found = OptionalLong.empty();
        for (var step = step(now) - STEPS_OFF; step <= step(now) + STEPS_OFF; step++) {
            if (MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Arabic keyboards write other digits, and authenticators show a gap in the middle. */
    private static String digits(String code) {
        var digits = new StringBuilder();
        code.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, 10))
                .forEach(digits::append);
        return digits.toString();
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
