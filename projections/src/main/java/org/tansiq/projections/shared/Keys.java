package org.tansiq.projections.shared;

/** How the keys of rows are spelled. */
public final class Keys {
    private Keys() {}

    public static String key(String kind, Object id) {
        return kind + ":" + id;
    }
}
