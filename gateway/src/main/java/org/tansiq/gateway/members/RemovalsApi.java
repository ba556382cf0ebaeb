package org.tansiq.gateway.members;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.members.ProposeRemoval;
import org.tansiq.domain.members.SecondRemoval;
import org.tansiq.domain.members.WithdrawRemoval;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.projections.members.MembersProjection;

/** Removing a member, which takes two organisations, over HTTP. */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/members/{organization}/removal",
        produces = MediaType.APPLICATION_JSON_VALUE)
class RemovalsApi {
    private final Desk desk;
    private final Access access;
    private final Latest latest;

    RemovalsApi(Desk desk, Access access, Latest latest) {
        this.desk = desk;
        this.access = access;
        this.latest = latest;
    }

    record Proposing(@Nullable Map<String, @Nullable String> reason) {}

    /** @param proposedBy whose proposal one agrees with, as the members' view shows it */
    record Seconding(@Nullable String proposedBy) {}

    @PostMapping
    ResponseEntity<Answer> propose(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable OrganizationId organization,
            @RequestBody Proposing body) {
        var by = access.coordinates(me, coalition);
        return desk.done(
                me,
                new ProposeRemoval(coalition, organization, by, Fields.text(body.reason()), desk.now()),
                organization);
    }

    @PostMapping("/withdraw")
    ResponseEntity<Answer> withdraw(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable OrganizationId organization) {
        var by = access.coordinates(me, coalition);
        return desk.done(me, new WithdrawRemoval(coalition, organization, by, desk.now()), organization);
    }

    /** Answers when the right of the organisation to see the coalition has ended, not before. */
    @PostMapping("/second")
    ResponseEntity<Answer> second(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable OrganizationId organization,
            @RequestBody Seconding body) {
        var by = access.coordinates(me, coalition);
        var proposedBy = Fields.id("proposedBy", body.proposedBy(), OrganizationId::new);
        var removed = desk.carryOut(me, new SecondRemoval(coalition, organization, proposedBy, by, desk.now()));
        latest.reached(MembersProjection.MEMBERS, removed.position());
        return Desk.answer(HttpStatus.OK, removed, organization);
    }
}
