package org.tansiq.domain.actions;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Members;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.NotFound;

/** Who called, or a steward, asks members to answer; each is asked once. */
public final class AskingToAnswer {
    @CommandHandler
    void handle(
            AskToAnswer command,
            @InjectEntity(idProperty = "synchronizedAction") SynchronizedCall call,
            @InjectEntity(idProperty = "synchronizedAction") Answering answering,
            @InjectEntity(idProperty = "coalition") Members members,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        var called = call.in(command.coalition(), command.synchronizedAction());
        SynchronizedCall.requireCaller(called, command.by(), membership);
        SynchronizedCall.requireOpen(called, command.at());
        events.append(decide(command, answering, members));
    }

    static List<SynchronizedEvent> decide(AskToAnswer c, Answering answering, Members members) {
        for (var organization : c.organizations()) {
            if (!members.include(organization)) {
                throw new NotFound("organization", organization);
            }
        }
        var fresh = c.organizations().stream()
                .filter(organization -> !answering.asked().contains(organization))
                .collect(Collectors.toSet());
        return fresh.isEmpty()
                ? List.of()
                : List.of(new OrganizationsAsked(c.coalition(), c.synchronizedAction(), fresh, c.by(), c.at()));
    }
}
