package org.tansiq.infra.rows;

/**
 * What an operator asks of whichever node holds the lease.
 *
 * @param position of the parked event, where there is one
 * @param reason for skipping it
 */
public record Request(String id, Kind kind, long position, String reason) {
    public enum Kind {
        REBUILD,
        RETRY,
        SKIP
    }
}
