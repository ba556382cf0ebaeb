package org.tansiq.gateway.members;

/** RFC 4648's alphabet without padding: what people can type, and authenticators read. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var next : bytes) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt((buffer >> bits) & 0x1F));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((buffer << (BITS - bits)) & 0x1F));
        }
        return text.toString();
    }

    /** Easier to read aloud and to type. */
    static String inGroups(String text, int length) {
        return text.replaceAll("(.{" + length + "})(?=.)", "$1-");
    }
}
