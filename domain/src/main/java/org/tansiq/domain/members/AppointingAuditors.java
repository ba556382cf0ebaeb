package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

/** An auditor is appointed by two organisations, for a time: a steward proposes them, another member agrees. */
public final class AppointingAuditors {
    @CommandHandler
    void handle(
            ProposeAuditor command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Appointment appointment,
            EventAppender events) {
        steward.requiredSteward(command.membership());
        events.append(decide(command, appointment));
    }

    @CommandHandler
    void handle(
            SecondAuditor command,
            @InjectEntity(idProperty = "membership") Membership second,
            @InjectEntity(idProperty = "proposer") Membership proposer,
            @InjectEntity Appointment appointment,
            EventAppender events) {
        second.required(command.membership());
        events.append(decide(command, proposer, appointment.state()));
    }

    @CommandHandler
    void handle(
            DismissAuditor command,
            @InjectEntity(idProperty = "membership") Membership member,
            @InjectEntity Appointment appointment,
            EventAppender events) {
        member.required(command.membership());
        events.append(decide(command, member, appointment.state()));
    }

    /** The last proposal counts. Who audits now is dismissed first, or their time runs out. */
    static List<MemberEvent> decide(ProposeAuditor propose, Appointment appointment) {
        if (appointment.inForce(propose.at())) {
            throw new Conflict("already-auditor");
        }
        return appointment.state().equals(new Appointment.Proposed(propose.by(), propose.until()))
                ? List.of()
                : List.of(new AuditorProposed(
                        propose.coalition(), propose.auditor(), propose.until(), propose.by(), propose.at()));
    }

    static List<MemberEvent> decide(SecondAuditor second, Membership proposer, Appointment.State state) {
        return switch (state) {
            case Appointment.Proposed(var by, var until)
            when by.equals(second.proposedBy())
                    && proposer.belongs()
                    && second.at().isBefore(until) -> {
                if (second.by().equals(by)) {
                    throw new NotAllowed("another-organization");
                }
                yield List.of(new AuditorAppointed(
                        second.coalition(), second.auditor(), until, by, second.by(), second.at()));
            }
            case Appointment.Appointed(var proposedBy, var by, var until)
            when proposedBy.equals(second.proposedBy()) && by.equals(second.by()) -> List.of();
            case Appointment.State other -> throw new NotFound("audit-proposal", second.auditor());
        };
    }

    static List<MemberEvent> decide(DismissAuditor dismiss, Membership member, Appointment.State state) {
        var theirs = switch (state) {
            case Appointment.None none -> true;
            case Appointment.Proposed(var by, var until) -> by.equals(dismiss.by());
            case Appointment.Appointed(var proposedBy, var by, var until) ->
                proposedBy.equals(dismiss.by()) || by.equals(dismiss.by());
        };
        if (!theirs && !member.isSteward()) {
            throw new NotAllowed("not-appointer");
        }
        return state instanceof Appointment.None
                ? List.of()
                : List.of(new AuditorDismissed(dismiss.coalition(), dismiss.auditor(), dismiss.by(), dismiss.at()));
    }
}
