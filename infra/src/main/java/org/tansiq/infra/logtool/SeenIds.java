package org.tansiq.infra.logtool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where each id was seen first. An id of any length takes 24 bytes: 128 bits of its SHA-256 and the position; the table
 * is between a third and two thirds full. A million ids take 50 MB, and 75 MB while it grows.
 */
final class SeenIds {
    private static final int LONGS_EACH = 3;

    private final MessageDigest sha256;
    private long[] table = new long[LONGS_EACH * 1024];
    private int size;

    SeenIds() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Position at which the id was seen before; -1 if it is seen for the first time. */
    long add(String id, long position) {
        var hash = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
        // Zero marks a free place; a real hash is that once in 2^64.
        var high = Math.max(1, hash.getLong() >>> 1);
        var low = hash.getLong();
        var place = place(table, high, low);
        if (table[place] != 0) {
            return table[place + 2];
        }
        put(table, place, high, low, position);
        size++;
        if (size > table.length / LONGS_EACH * 2 / 3) {
            grow();
        }
        return -1;
    }

    private void grow() {
        var roomier = new long[Math.multiplyExact(table.length, 2)];
        for (var i = 0; i < table.length; i += LONGS_EACH) {
            if (table[i] != 0) {
                put(roomier, place(roomier, table[i], table[i + 1]), table[i], table[i + 1], table[i + 2]);
            }
        }
        table = roomier;
    }

    private static void put(long[] table, int place, long high, long low, long position) {
        table[place] = high;
        table[place + 1] = low;
        table[place + 2] = position;
    }

    /** Its own, or the free one that it may take. */
    private static int place(long[] table, long high, long low) {
        var places = table.length / LONGS_EACH;
        var place = (int) (low & (places - 1));
        while (table[place * LONGS_EACH] != 0
                && (table[place * LONGS_EACH] != high || table[place * LONGS_EACH + 1] != low)) {
            place = (place + 1) & (places - 1);
        }
        return place * LONGS_EACH;
    }
}
