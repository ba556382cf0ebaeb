package org.tansiq.infra.rows;

import java.util.Comparator;

/** The order in which stores sort text: by code points, which is by bytes of UTF-8. Java's own is by UTF-16 units. */
public final class IdOrder implements Comparator<String> {
    public static final IdOrder INSTANCE = new IdOrder();

    private IdOrder() {}

    @Override
    public int compare(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var i = 0; i < length; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
