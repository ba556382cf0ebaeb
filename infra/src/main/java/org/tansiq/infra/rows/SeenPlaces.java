package org.tansiq.infra.rows;

import java.util.BitSet;

/**
 * Which places were ever written, in 2 MB at most: a Bloom filter. It may take one for written that was not, the more of
 * them the more there are (about one in a hundred at a million), and never the other way round.
 */
final class SeenPlaces {
    private static final int BITS = 1 << 24;

    private final BitSet bits = new BitSet();

    void add(BatchRows.Place place) {
        var hash = hash(place);
        bits.set(first(hash));
        bits.set(second(hash));
    }

    boolean mayContain(BatchRows.Place place) {
        var hash = hash(place);
        return bits.get(first(hash)) && bits.get(second(hash));
    }

    private static int first(long hash) {
        return (int) (hash & (BITS - 1));
    }

    private static int second(long hash) {
        return (int) (hash >>> 40) & (BITS - 1);
    }

    /** FNV-1a over 64 bits: a String's own hash has 32, of which similar ids share too many. */
    private static long hash(BatchRows.Place place) {
        return mixed(hash(hash(0xcbf29ce484222325L, place.view()), place.id()));
    }

    private static long hash(long begun, String text) {
        var hash = begun;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ 0xffff) * 0x100000001b3L;
    }

    /** The end of David Stafford's variant 13 of the MurmurHash3 mix, which spreads all bits. */
    private static long mixed(long hash) {
        var mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
