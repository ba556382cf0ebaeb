package org.tansiq.domain.actions;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;

/** Any member answers a call, asked or not, as long as cities can be committed; it may change its mind. */
public final class AnsweringCalls {
    @CommandHandler
    void handle(
            AnswerCall command,
            @InjectEntity(idProperty = "synchronizedAction") SynchronizedCall call,
            @InjectEntity(idProperty = "answer") CallAnswer answer,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        var called = call.in(command.coalition(), command.synchronizedAction());
        SynchronizedCall.requireOpen(called, command.at());
        events.append(decide(command, answer));
    }

    static List<SynchronizedEvent> decide(AnswerCall c, CallAnswer answer) {
        var last = answer.last();
        if (last != null && last.response() == c.response() && last.message().equals(c.message())) {
            return List.of();
        }
        return List.of(
                new CallAnswered(c.coalition(), c.synchronizedAction(), c.by(), c.response(), c.message(), c.at()));
    }
}
