package org.tansiq.gateway.passkeys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A device with one passkey in it, and the browser before it: an ES256 key and no attestation, as WebAuthn has it. */
final class Device {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private String origin;
    private int counter;
    private boolean verifies = true;

    Device(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** It asks for no finger and no PIN. */
    Device careless() {
        verifies = false;
        return this;
    }

    Device at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** It counts from here on, as a copy of it would. */
    Device counting(int from) {
        counter = from;
        return this;
    }

    String id() {
        return text(id);
    }

    JsonNode create(JsonNode options) {
        var data = clientData("webauthn.create", options);
        var authenticator = bytes(
                authenticatorData(options.path("rp").path("id").asString(), ATTESTED),
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                publicKey());
        var attestation = bytes(
                new byte[] {(byte) 0xA3},
                word("fmt"),
                word("none"),
                word("attStmt"),
                new byte[] {(byte) 0xA0},
                word("authData"),
                new byte[] {0x59, (byte) (authenticator.length >> 8), (byte) authenticator.length},
                authenticator);
        var answer = credential();
        var response = answer.putObject("response");
        response.put("clientDataJSON", text(data));
        response.put("attestationObject", text(attestation));
        response.putArray("transports").add("internal");
        return answer;
    }

    ObjectNode get(JsonNode options) {
        var data = clientData("webauthn.get", options);
        var authenticator = authenticatorData(options.path("rpId").asString(), 0);
        var answer = credential();
        var response = answer.putObject("response");
        response.put("clientDataJSON", text(data));
        response.put("authenticatorData", text(authenticator));
        response.put("signature", text(signed(bytes(authenticator, sha256(data)))));
        return answer;
    }

    private ObjectNode credential() {
        var answer = JSON.createObjectNode();
        answer.put("id", text(id));
        answer.put("rawId", text(id));
        answer.put("type", "public-key");
        answer.putObject("clientExtensionResults");
        return answer;
    }

    private byte[] clientData(String type, JsonNode options) {
        var data = JSON.createObjectNode();
        data.put("type", type);
        data.put("challenge", options.path("challenge").asString());
        data.put("origin", origin);
        data.put("crossOrigin", false);
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String site, int more) {
        var flags = (byte) (PRESENT | (verifies ? VERIFIED : 0) | more);
        var counted = counter == 0 ? 0 : counter++;
        return bytes(
                sha256(site.getBytes(StandardCharsets.UTF_8)),
                new byte[] {flags},
                ByteBuffer.allocate(4).putInt(counted).array());
    }

    /** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
    private byte[] publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return bytes(
                new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
                unsigned(point.getAffineX()),
                new byte[] {0x22, 0x58, 32},
                unsigned(point.getAffineY()));
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private byte[] signed(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] word(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
