package org.tansiq.infra.log;

/**
 * Where a commit lies in the log.
 *
 * @param position of its first event
 * @param size how many events it has, at least one
 */
public record StoredAt(long position, int size) {
    /** Position of its last event. */
    public long last() {
        return position + size - 1;
    }
}
