package org.tansiq.gateway.shared;

/**
 * Says when what a socket was opened with has ended. Every one of these is asked about every open socket once a second or
 * so, on each node; a socket to which one says no is closed. So answer quickly, and yes to what is not yours to judge.
 */
public interface StillValid {
    boolean stillValid(OpenedWith opened);
}
