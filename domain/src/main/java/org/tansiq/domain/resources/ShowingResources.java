package org.tansiq.domain.resources;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Visibility;

/** Who may see a resource is for its owner to say, who lifts its embargo even after leaving. */
public final class ShowingResources {
    @CommandHandler
    void handle(
            ShowResource command,
            @InjectEntity Resource resource,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        var state = resource.in(command.coalition(), command.resource(), command.by());
        events.append(decide(command, state, resource.visibility()));
    }

    @CommandHandler
    void handle(LiftResourceEmbargo command, @InjectEntity Resource resource, EventAppender events) {
        var state = resource.in(command.coalition(), command.resource(), command.by());
        events.append(decide(command, state, resource.visibility()));
    }

    static List<ResourceEvent> decide(ShowResource show, Resource.Known state, Visibility now) {
        requireOwner(state, show.by());
        return show.visibility().equals(now)
                ? List.of()
                : List.of(
                        new ResourceShown(show.coalition(), show.resource(), show.by(), show.visibility(), show.at()));
    }

    static List<ResourceEvent> decide(LiftResourceEmbargo lift, Resource.Known state, Visibility now) {
        requireOwner(state, lift.by());
        var lifted = now.lifted(lift.dueBy());
        return lifted.equals(now)
                ? List.of()
                : List.of(new ResourceShown(lift.coalition(), lift.resource(), lift.by(), lifted, lift.at()));
    }

    private static void requireOwner(Resource.Known state, OrganizationId by) {
        if (!state.offer().by().equals(by)) {
            throw new NotAllowed("not-owner");
        }
    }
}
