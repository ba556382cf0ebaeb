package org.tansiq.gateway.shared;

import org.jspecify.annotations.Nullable;
import org.tansiq.gateway.members.SignedIn;

/**
 * What a socket was opened with.
 *
 * @param token the id of the token that opened it, if one did
 * @param session the id of the session that opened it, if one did
 */
public record OpenedWith(
        SignedIn who, @Nullable String token, @Nullable String session) {
    /** A session's id opens doors: this ends up in logs. */
    @Override
    public String toString() {
        return "OpenedWith[" + who + "]";
    }
}
