package org.tansiq.gateway.repeats;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.PersonId;

/**
 * What makes a request a repeat of another: one person sends it to one address with one {@code Idempotency-Key}. The key
 * itself is never kept, only what follows from it.
 */
public record RequestKey(PersonId person, String address, String value) {
    private static final String HEADER = "Idempotency-Key";
    private static final int LENGTH_MAX = 200;

    /**
     * The request's key; null if it names none, and so is meant anew each time.
     *
     * @throws Invalid if it is blank or longer than 200 characters
     */
    public static @Nullable RequestKey of(HttpServletRequest request, PersonId person) {
        var value = request.getHeader(HEADER);
        if (value == null) {
            return null;
        }
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new Invalid("bad-idempotency-key", HEADER, Map.of("max", LENGTH_MAX));
        }
        return new RequestKey(person, request.getRequestURI(), value);
    }

    /** A name for one use of this key: the same again for a repeat, and no other's. */
    public UUID named(String use) {
        return UUID.nameUUIDFromBytes(text(use));
    }

    /** What its answer is kept under. Nobody gets from it to {@link #secret} without the key. */
    String id() {
        return HexFormat.of().formatHex(sha256(text("answer-id")));
    }

    /** 256 bits that only the sender can name again. */
    byte[] secret() {
        return sha256(text("answer-secret"));
    }

    private byte[] text(String use) {
        return String.join("\n", use, person.value(), address, value).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
