package org.tansiq.projections.shared;

import java.util.Comparator;

/** The order of rows by their ids, wherever they are kept: by code points, as the bytes of UTF-8 have it. */
public final class RowOrder {
    public static final Comparator<String> OF_IDS = RowOrder::compare;

    private RowOrder() {}

    private static int compare(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var i = 0; i < length; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a != b) {
                // What needs two units lies behind all that needs one, though its units do not.
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
