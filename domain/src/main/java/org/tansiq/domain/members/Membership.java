package org.tansiq.domain.members;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/**
 * How one organisation stands to one coalition now. Decisions that only members may take read it beside their own
 * state, so that whoever leaves at the same moment either took part before leaving or did not at all.
 */
@EventSourcedEntity(tagKey = Tags.MEMBERSHIP)
public record Membership(State state) {
    sealed interface State {}

    /** No member: perhaps invited, perhaps asking to be let in, perhaps both. */
    record Outside(
            @Nullable InvitationId invitation, @Nullable JoinRequestId request) implements State {}

    /** Belongs, and came in by this invitation or this request; the founder by neither. */
    sealed interface Inside extends State {
        @Nullable
        InvitationId invitation();

        @Nullable
        JoinRequestId request();
    }

    record Member(
            @Nullable InvitationId invitation, @Nullable JoinRequestId request) implements Inside {}

    record Steward(
            @Nullable InvitationId invitation, @Nullable JoinRequestId request) implements Inside {}

    @EntityCreator
    public Membership() {
        this(new Outside(null, null));
    }

    @EventSourcingHandler
    Membership on(CoalitionFounded founded) {
        return new Membership(new Steward(null, null));
    }

    @EventSourcingHandler
    Membership on(OrganizationInvited invited) {
        return outside(outside -> new Outside(invited.invitation(), outside.request()));
    }

    @EventSourcingHandler
    Membership on(InvitationDeclined declined) {
        return outside(outside -> new Outside(null, outside.request()));
    }

    @EventSourcingHandler
    Membership on(JoinRequested requested) {
        return outside(outside -> new Outside(outside.invitation(), requested.request()));
    }

    @EventSourcingHandler
    Membership on(JoinRefused refused) {
        return outside(outside -> new Outside(outside.invitation(), null));
    }

    @EventSourcingHandler
    Membership on(OrganizationJoined joined) {
        return new Membership(new Member(joined.invitation(), joined.request()));
    }

    @EventSourcingHandler
    Membership on(StewardAppointed appointed) {
        return inside(inside -> new Steward(inside.invitation(), inside.request()));
    }

    @EventSourcingHandler
    Membership on(StewardSteppedDown down) {
        return inside(inside -> new Member(inside.invitation(), inside.request()));
    }

    @EventSourcingHandler
    Membership on(OrganizationLeft left) {
        return new Membership(new Outside(null, null));
    }

    public boolean belongs() {
        return state instanceof Inside;
    }

    public boolean isSteward() {
        return state instanceof Steward;
    }

    /** A coalition that one does not belong to is one that one cannot see. */
    public void required(MembershipId id) {
        if (!belongs()) {
            throw new NotFound("coalition", id.coalition());
        }
    }

    public void requiredSteward(MembershipId id) {
        required(id);
        if (!isSteward()) {
            throw new NotAllowed("steward-only");
        }
    }

    private Membership outside(UnaryOperator<Outside> change) {
        return state instanceof Outside outside ? new Membership(change.apply(outside)) : this;
    }

    private Membership inside(Function<Inside, Inside> change) {
        return state instanceof Inside inside ? new Membership(change.apply(inside)) : this;
    }
}
