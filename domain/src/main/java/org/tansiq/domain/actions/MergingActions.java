package org.tansiq.domain.actions;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.modelling.annotation.InjectEntity;
import org.tansiq.domain.members.Membership;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.OrganizationId;

/**
 * Two actions become one when organisers of both want it, so that nobody takes another's credit: one side proposes, the
 * other agrees. Whoever organises both agrees with themselves. A city's answer to a call may remain, and not go.
 */
public final class MergingActions {
    @CommandHandler
    void handle(
            ProposeMerge command,
            @InjectEntity(idProperty = "action") Action action,
            @InjectEntity(idProperty = "gone") Action gone,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action, gone));
    }

    @CommandHandler
    void handle(
            AgreeToMerge command,
            @InjectEntity(idProperty = "action") Action action,
            @InjectEntity(idProperty = "gone") Action gone,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action, gone));
    }

    @CommandHandler
    void handle(
            DeclineMerge command,
            @InjectEntity(idProperty = "action") Action action,
            @InjectEntity(idProperty = "gone") Action gone,
            @InjectEntity(idProperty = "membership") Membership membership,
            EventAppender events) {
        membership.required(command.membership());
        events.append(decide(command, action, gone));
    }

    static List<ActionEvent> decide(ProposeMerge c, Action action, Action gone) {
        var remains = action.in(c.coalition(), c.action(), c.by());
        var goes = gone.in(c.coalition(), c.gone(), c.by());
        var ofRemaining = remains.organizers().contains(c.by());
        var ofGone = goes.organizers().contains(c.by());
        requireEither(ofRemaining, ofGone);
        if (isInto(goes, c.action())) {
            return List.of();
        }
        var slot = requireMergeable(remains, goes);
        if (ofRemaining && ofGone) {
            return List.of(merged(c, c.by(), slot, goes));
        }
        var from = ofRemaining ? c.action() : c.gone();
        var open = proposal(c.action(), c.gone(), action, gone);
        if (open.isPresent()) {
            return open.get().from().equals(from)
                    ? List.of()
                    : List.of(merged(c, open.get().by(), slot, goes));
        }
        requireSeenBy(ofRemaining ? action : gone, ofRemaining ? remains : goes, ofRemaining ? goes : remains);
        return List.of(new MergeProposed(c.coalition(), c.action(), c.gone(), c.by(), from, c.at()));
    }

    static List<ActionEvent> decide(AgreeToMerge c, Action action, Action gone) {
        var remains = action.in(c.coalition(), c.action(), c.by());
        var goes = gone.in(c.coalition(), c.gone(), c.by());
        var ofRemaining = remains.organizers().contains(c.by());
        var ofGone = goes.organizers().contains(c.by());
        requireEither(ofRemaining, ofGone);
        if (isInto(goes, c.action())) {
            return List.of();
        }
        var slot = requireMergeable(remains, goes);
        var open = proposal(c.action(), c.gone(), action, gone).orElseThrow(() -> new Conflict("no-merge-proposal"));
        if (!(open.from().equals(c.action()) ? ofGone : ofRemaining)) {
            throw new NotAllowed("other-side-agrees");
        }
        return List.of(new ActionsMerged(
                c.coalition(), c.action(), c.gone(), c.by(), open.by(), slot, goes.organizers(), c.at()));
    }

    static List<ActionEvent> decide(DeclineMerge c, Action action, Action gone) {
        var remains = action.in(c.coalition(), c.action(), c.by());
        var goes = gone.in(c.coalition(), c.gone(), c.by());
        requireEither(remains.organizers().contains(c.by()), goes.organizers().contains(c.by()));
        return proposal(c.action(), c.gone(), action, gone).isEmpty()
                ? List.of()
                : List.of(new MergeDeclined(c.coalition(), c.action(), c.gone(), c.by(), c.at()));
    }

    private static ActionsMerged merged(ProposeMerge c, OrganizationId proposedBy, Slot slot, Action.Known goes) {
        return new ActionsMerged(
                c.coalition(), c.action(), c.gone(), c.by(), proposedBy, slot, goes.organizers(), c.at());
    }

    static void requireEither(boolean ofRemaining, boolean ofGone) {
        if (!ofRemaining && !ofGone) {
            throw new NotAllowed("not-organizer");
        }
    }

    private static boolean isInto(Action.Known goes, ActionId action) {
        return goes instanceof Action.Merged merged && merged.into().equals(action);
    }

    /** Open is what both know of: each forgets it when it moves, is cancelled or gone, or its proposer leaves it. */
    private static Optional<Merges.Proposal> proposal(ActionId remains, ActionId goes, Action action, Action gone) {
        return action.merges().proposals().stream()
                .filter(proposal ->
                        proposal.action().equals(remains) && proposal.gone().equals(goes))
                .filter(gone.merges().proposals()::contains)
                .findFirst();
    }

    /** The slot that the one which goes would leave. */
    private static Slot requireMergeable(Action.Known remains, Action.Known goes) {
        requireScheduled(remains);
        var slot = requireScheduled(goes);
        if (goes.first().synchronizedAction() != null) {
            throw new Conflict("action-of-a-call");
        }
        return slot;
    }

    private static Slot requireScheduled(Action.Known known) {
        return switch (known) {
            case Action.Cancelled cancelled -> throw new Conflict("action-cancelled");
            case Action.Merged merged -> throw new Conflict("action-merged");
            case Action.Scheduled now -> now.slot();
        };
    }

    /** Nobody agrees to what they may not see. */
    private static void requireSeenBy(Action mine, Action.Known known, Action.Known theirs) {
        if (theirs.organizers().stream()
                .noneMatch(organizer -> mine.visibility().seenBy(organizer, known.organizers()))) {
            throw new Conflict("merge-unseen");
        }
    }
}
