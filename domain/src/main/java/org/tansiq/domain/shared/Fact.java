package org.tansiq.domain.shared;

import java.time.Instant;

/** What happened, as the log keeps it. Time came in with the command. */
public interface Fact {
    Instant at();
}
