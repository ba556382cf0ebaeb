package org.tansiq.infra.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes and text, without replacing anything in silence. */
final class Utf8 {
    private Utf8() {}

    /** The text of these bytes; bytes that are no UTF-8 are refused, since they could not be given back as they came. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("A payload has to be UTF-8.", e);
        }
    }

    /** How many bytes the text has in UTF-8. */
    static long length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit >= 0x80) {
                // Each half of a surrogate pair counts two: four bytes together.
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }
}
