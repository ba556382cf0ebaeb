package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;

/** Stewards let organisations watch that do not belong; a steward or the observer itself ends it. */
public final class AdmittingObservers {
    @CommandHandler
    void handle(
            AdmitObserver command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity(idProperty = "organization") Organization organization,
            @InjectEntity Membership concerned,
            @InjectEntity Observing observing,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        organization.required(command.organization());
        events.append(decide(command, concerned, observing));
    }

    @CommandHandler
    void handle(
            DismissObserver command,
            @InjectEntity(idProperty = "membership") Membership by,
            @InjectEntity Observing observing,
            EventAppender events) {
        events.append(decide(command, by, observing));
    }

    static List<MemberEvent> decide(AdmitObserver admit, Membership concerned, Observing observing) {
        if (concerned.belongs()) {
            throw new Conflict("already-member");
        }
        return observing.observes()
                ? List.of()
                : List.of(new ObserverAdmitted(admit.coalition(), admit.organization(), admit.by(), admit.at()));
    }

    /** Whoever watches may stop without belonging. */
    static List<MemberEvent> decide(DismissObserver dismiss, Membership by, Observing observing) {
        if (!dismiss.by().equals(dismiss.organization())) {
            by.requiredSteward(dismiss.membership());
        }
        return observing.observes()
                ? List.of(
                        new ObserverDismissed(dismiss.coalition(), dismiss.organization(), dismiss.by(), dismiss.at()))
                : List.of();
    }
}
