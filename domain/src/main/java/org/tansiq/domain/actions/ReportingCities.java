package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;

/** How it went in a city is told by whoever committed it. */
public final class ReportingCities {
    @CommandHandler
    void handle(
            ReportCity command,
            @InjectEntity(idProperty = "synchronizedAction") SynchronizedCall call,
            @InjectEntity(idProperty = "synchronizedCity") CityCommitment city,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        call.in(command.coalition(), command.synchronizedAction());
        events.append(decide(command, city));
    }

    static List<SynchronizedEvent> decide(ReportCity c, CityCommitment city) {
        return switch (city.state()) {
            case CityCommitment.Free free -> throw new Conflict("city-not-committed");
            case CityCommitment.Committed held when !held.by().equals(c.by()) -> throw new NotAllowed("not-yours");
            case CityCommitment.Committed held -> {
                var last = city.report();
                var reported = new CityReported(
                        c.coalition(),
                        c.synchronizedAction(),
                        c.city(),
                        c.by(),
                        c.actualStart(),
                        c.turnout(),
                        c.media(),
                        last == null ? c.at() : last.at());
                yield reported.equals(last)
                        ? List.of()
                        : List.of(new CityReported(
                                c.coalition(),
                                c.synchronizedAction(),
                                c.city(),
                                c.by(),
                                c.actualStart(),
                                c.turnout(),
                                c.media(),
                                c.at()));
            }
        };
    }
}
