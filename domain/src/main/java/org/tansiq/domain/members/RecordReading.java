package org.tansiq.domain.members;

import java.time.Instant;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.PersonId;

/**
 * An auditor is about to be shown something.
 *
 * @param what the path that is asked for, and which part of the log; at most {@link Limits#NAME_LENGTH_MAX} characters
 */
@Command(namespace = "members", name = "RecordReading")
public record RecordReading(CoalitionId coalition, PersonId auditor, String what, Instant at) {
    public RecordReading {
        Limits.line("what", what);
    }

    @TargetEntityId
    public AuditorId appointment() {
        return new AuditorId(coalition, auditor);
    }
}
