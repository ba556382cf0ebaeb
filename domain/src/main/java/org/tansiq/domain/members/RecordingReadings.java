package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotFound;

/** What an auditor reads stands in the log; to whom is none, or is none any more, there is no coalition. */
public final class RecordingReadings {
    @CommandHandler
    void handle(RecordReading command, @InjectEntity Appointment appointment, EventAppender events) {
        events.append(decide(command, appointment));
    }

    static List<MemberEvent> decide(RecordReading reading, Appointment appointment) {
        if (!appointment.inForce(reading.at())) {
            throw new NotFound("coalition", reading.coalition());
        }
        return List.of(new CoalitionRead(reading.coalition(), reading.auditor(), reading.what(), reading.at()));
    }
}
