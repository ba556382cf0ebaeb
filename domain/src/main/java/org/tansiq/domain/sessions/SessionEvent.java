package org.tansiq.domain.sessions;

import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;

/** Everything that can happen to a session of an international body. */
public sealed interface SessionEvent extends Fact
        permits SessionAnnounced, SessionMoved, SessionCancelled, SessionImported, ActionTimedToSession {
    CoalitionId coalition();

    SessionId session();
}
