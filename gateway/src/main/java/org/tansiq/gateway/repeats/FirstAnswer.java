package org.tansiq.gateway.repeats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the first of several equal requests was answered with.
 *
 * @param fingerprint of the request: another request with the same key is no repeat
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that are compared by Arrays.equals alone
record FirstAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int FINGERPRINT_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    boolean isOf(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }

    /** Sealed with the request's secret: an answer may hold words of people, and whoever takes the file reads none. */
    byte[] seal(byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, secret, nonce).doFinal(write());
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Nothing if the bytes are not what this secret sealed. */
    static Optional<FirstAnswer> open(byte[] sealed, byte[] secret) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(read(cipher(Cipher.DECRYPT_MODE, secret, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(fingerprint);
            out.writeInt(status);
            out.writeInt(headers.size());
            for (var header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static FirstAnswer read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var fingerprint = in.readNBytes(FINGERPRINT_BYTES);
            var status = in.readInt();
            var headers = new LinkedHashMap<String, String>();
            for (var left = in.readInt(); left > 0; left--) {
                headers.put(in.readUTF(), in.readUTF());
            }
            return new FirstAnswer(fingerprint, status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
