package org.tansiq.domain.members;

import java.util.List;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;

/** A member is removed by two others: a steward proposes it, another member agrees. */
public final class RemovingMembers {
    @CommandHandler
    void handle(
            ProposeRemoval command,
            @InjectEntity(idProperty = "membership") Membership steward,
            @InjectEntity Membership concerned,
            @InjectEntity Removal removal,
            EventAppender events) {
        events.append(decide(command, steward, concerned, removal));
    }

    @CommandHandler
    void handle(WithdrawRemoval command, @InjectEntity Removal removal, EventAppender events) {
        events.append(decide(command, removal));
    }

    @CommandHandler
    void handle(
            SecondRemoval command,
            @InjectEntity(idProperty = "membership") Membership second,
            @InjectEntity(idProperty = "proposer") Membership proposer,
            @InjectEntity Membership concerned,
            @InjectEntity Removal removal,
            @InjectEntity(idProperty = "coalition") Stewards stewards,
            EventAppender events) {
        events.append(decide(command, second, proposer, concerned, removal, stewards));
    }

    private static void requireMember(Membership concerned, MembershipId id) {
        if (!concerned.belongs()) {
            throw new NotFound("organization", id.organization(), "organization");
        }
    }

    /** The last proposal counts: whoever made one before may have left, and could not be agreed with. */
    static List<MemberEvent> decide(ProposeRemoval propose, Membership steward, Membership concerned, Removal removal) {
        steward.requiredSteward(propose.membership());
        requireMember(concerned, propose.concerned());
        if (propose.by().equals(removal.proposedBy())) {
            return List.of();
        }
        return List.of(new RemovalProposed(
                propose.coalition(), propose.organization(), propose.by(), propose.reason(), propose.at()));
    }

    static List<MemberEvent> decide(WithdrawRemoval withdraw, Removal removal) {
        return withdraw.by().equals(removal.proposedBy())
                ? List.of(new RemovalWithdrawn(
                        withdraw.coalition(), withdraw.organization(), withdraw.by(), withdraw.at()))
                : List.of();
    }

    /** Neither who proposed it nor who is concerned can be the second. */
    static List<MemberEvent> decide(
            SecondRemoval second,
            Membership agreeing,
            Membership proposer,
            Membership concerned,
            Removal removal,
            Stewards stewards) {
        agreeing.required(second.membership());
        requireMember(concerned, second.concerned());
        removal.requireProposedBy(second.proposedBy(), second.concerned());
        if (!proposer.belongs()) {
            throw new NotFound("removal", second.organization());
        }
        stewards.requireAnotherThan(second.organization());
        if (second.by().equals(second.proposedBy()) || second.by().equals(second.organization())) {
            throw new NotAllowed("another-organization");
        }
        return List.of(
                new RemovalSeconded(second.coalition(), second.organization(), second.by(), second.at()),
                new OrganizationLeft(second.coalition(), second.organization(), second.at()));
    }
}
