package org.tansiq.domain.tasks;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/** Who may see a task is for those to say who opened it; they lift its embargo even after leaving. */
public final class ShowingTasks {
    @CommandHandler
    void handle(
            ShowTask command,
            @InjectEntity Task task,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        var state = task.in(command.coalition(), command.task(), command.by());
        events.append(decide(command, state, task.visibility()));
    }

    @CommandHandler
    void handle(LiftTaskEmbargo command, @InjectEntity Task task, EventAppender events) {
        var state = task.in(command.coalition(), command.task(), command.by());
        events.append(decide(command, state, task.visibility()));
    }

    static List<TaskEvent> decide(ShowTask show, Task.Known state, Visibility now) {
        requireOpener(state, show.by());
        return show.visibility().equals(now)
                ? List.of()
                : List.of(new TaskShown(show.coalition(), show.task(), show.by(), show.visibility(), show.at()));
    }

    static List<TaskEvent> decide(LiftTaskEmbargo lift, Task.Known state, Visibility now) {
        requireOpener(state, lift.by());
        var lifted = now.lifted(lift.dueBy());
        return lifted.equals(now)
                ? List.of()
                : List.of(new TaskShown(lift.coalition(), lift.task(), lift.by(), lifted, lift.at()));
    }

    private static void requireOpener(Task.Known state, OrganizationId by) {
        if (!state.origin().openedBy().equals(by)) {
            throw new NotAllowed("not-opener");
        }
    }
}
