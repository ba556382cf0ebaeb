package org.tansiq.domain.actions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Members;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;

/** Who called, or a steward, reminds those that were asked and are silent, at most once in 24 hours. */
public final class RemindingSilent {
    static final Duration BETWEEN_MIN = Duration.ofHours(24);

    @CommandHandler
    void handle(
            RemindSilent command,
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

    static List<SynchronizedEvent> decide(RemindSilent c, Answering answering, Members members) {
        var silent = answering.silent().stream().filter(members::include).collect(Collectors.toSet());
        if (silent.isEmpty()) {
            return List.of();
        }
        var last = answering.reminded();
        if (last != null && c.at().isBefore(last.plus(BETWEEN_MIN))) {
            throw new Conflict(
                    "reminded-lately", Map.of("again", last.plus(BETWEEN_MIN).toString()));
        }
        return List.of(new SilentReminded(c.coalition(), c.synchronizedAction(), silent, c.by(), c.at()));
    }
}
