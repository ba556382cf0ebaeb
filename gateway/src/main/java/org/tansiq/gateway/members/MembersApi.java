package org.tansiq.gateway.members;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.AdmitOrganization;
import org.tansiq.domain.members.AppointSteward;
import org.tansiq.domain.members.AskToJoin;
import org.tansiq.domain.members.DeclineInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.JoinRequestId;
import org.tansiq.domain.members.LeaveCoalition;
import org.tansiq.domain.members.RefuseOrganization;
import org.tansiq.domain.members.StepDown;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.infra.wiring.Receipt;
import org.tansiq.projections.members.MembersProjection;

/** Founding, joining and leaving coalitions over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions", produces = MediaType.APPLICATION_JSON_VALUE)
class MembersApi {
    private final Desk desk;
    private final Access access;
    private final Directory directory;
    private final Latest latest;

    MembersApi(Desk desk, Access access, Directory directory, Latest latest) {
        this.desk = desk;
        this.access = access;
        this.directory = directory;
        this.latest = latest;
    }

    record Founding(
            @Nullable Map<String, @Nullable String> name,
            @Nullable Map<String, @Nullable String> purpose) {}

    /** @param organization its id, or its exact name in any of its languages */
    record Inviting(@Nullable String organization) {}

    record Asking(@Nullable Map<String, @Nullable String> message) {}

    record Appointing(@Nullable String organization) {}

    @PostMapping
    ResponseEntity<Answer> found(@CurrentAccount SignedIn me, @RequestBody Founding body) {
        var by = access.coordinatesAtAll(me);
        var coalition = desk.newId(me, CoalitionId::new);
        return desk.created(
                me,
                new FoundCoalition(coalition, Fields.text(body.name()), Fields.text(body.purpose()), by, desk.now()),
                coalition);
    }

    @PostMapping("/{coalition}/invitations")
    ResponseEntity<Answer> invite(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Inviting body) {
        var by = access.coordinates(me, coalition);
        var invitation = desk.newId(me, InvitationId::new);
        var invited = directory.organization("organization", body.organization());
        var receipt = desk.carryOut(me, new InviteOrganization(coalition, invitation, invited, by, desk.now()));
        return opened(receipt, invitation, () -> directory.invitation(coalition, invited));
    }

    @PostMapping("/{coalition}/invitations/{invitation}/accept")
    ResponseEntity<Answer> accept(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable InvitationId invitation) {
        var by = access.coordinatesOutside(me, coalition);
        return desk.done(me, new AcceptInvitation(coalition, invitation, by, desk.now()), invitation);
    }

    @PostMapping("/{coalition}/invitations/{invitation}/decline")
    ResponseEntity<Answer> decline(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable InvitationId invitation) {
        var by = access.coordinatesOutside(me, coalition);
        return desk.done(me, new DeclineInvitation(coalition, invitation, by, desk.now()), invitation);
    }

    @PostMapping("/{coalition}/join-requests")
    ResponseEntity<Answer> ask(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestBody(required = false) @Nullable Asking body) {
        var by = access.coordinatesOutside(me, coalition);
        var request = desk.newId(me, JoinRequestId::new);
        var message = Fields.text(body == null ? null : body.message());
        var receipt = desk.carryOut(me, new AskToJoin(coalition, request, by, message, desk.now()));
        return opened(receipt, request, () -> directory.joinRequest(coalition, by));
    }

    /** One that was open before is the one that counts: the answer names it, so that it can be found again. */
    private ResponseEntity<Answer> opened(Receipt receipt, Object id, Supplier<Optional<String>> open) {
        if (receipt.changed()) {
            return Desk.answer(HttpStatus.CREATED, receipt, id.toString());
        }
        latest.reached(MembersProjection.MEMBERS, receipt.position());
        return Desk.answer(HttpStatus.OK, receipt, open.get().orElse(null));
    }

    @PostMapping("/{coalition}/join-requests/{request}/admit")
    ResponseEntity<Answer> admit(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable JoinRequestId request) {
        var by = access.coordinates(me, coalition);
        return desk.once(me, request, () -> {
            var asking = directory.whoAsked(coalition, request);
            return desk.done(me, new AdmitOrganization(coalition, request, asking, by, desk.now()), request);
        });
    }

    @PostMapping("/{coalition}/join-requests/{request}/refuse")
    ResponseEntity<Answer> refuse(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable JoinRequestId request) {
        var by = access.coordinates(me, coalition);
        return desk.once(me, request, () -> {
            var asking = directory.whoAsked(coalition, request);
            return desk.done(me, new RefuseOrganization(coalition, request, asking, by, desk.now()), request);
        });
    }

    /** Answers when the right to see the coalition has ended, not before. */
    @PostMapping("/{coalition}/leave")
    ResponseEntity<Answer> leave(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition) {
        // Whoever has left and asks again, having missed the answer, may no longer see the coalition.
        return desk.once(me, coalition, () -> {
            var by = access.coordinates(me, coalition);
            var left = desk.carryOut(me, new LeaveCoalition(coalition, by, desk.now()));
            latest.reached(MembersProjection.MEMBERS, left.position());
            return Desk.answer(HttpStatus.OK, left, coalition);
        });
    }

    @PostMapping("/{coalition}/stewards")
    ResponseEntity<Answer> appoint(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Appointing body) {
        var by = access.coordinates(me, coalition);
        var steward = Fields.id("organization", body.organization(), OrganizationId::new);
        return desk.done(me, new AppointSteward(coalition, steward, by, desk.now()), steward);
    }

    @PostMapping("/{coalition}/step-down")
    ResponseEntity<Answer> stepDown(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition) {
        return desk.done(me, new StepDown(coalition, access.coordinates(me, coalition), desk.now()), coalition);
    }
}
