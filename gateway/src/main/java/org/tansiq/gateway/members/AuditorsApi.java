package org.tansiq.gateway.members;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.members.DismissAuditor;
import org.tansiq.domain.members.ProposeAuditor;
import org.tansiq.domain.members.SecondAuditor;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.projections.members.MembersProjection;

/** Appointing who audits a coalition, which takes two organisations, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/auditors", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditorsApi {
    private final Desk desk;
    private final Access access;
    private final Latest latest;

    AuditorsApi(Desk desk, Access access, Latest latest) {
        this.desk = desk;
        this.access = access;
        this.latest = latest;
    }

    /**
     * What is proposed.
     *
     * @param auditor the person's id, as they find it on the page of their account
     * @param until an instant with its offset
     */
    record Proposing(@Nullable String auditor, @Nullable String until) {}

    /** @param proposedBy whose proposal one agrees with, as the auditors' view shows it */
    record Seconding(@Nullable String proposedBy) {}

    @PostMapping
    ResponseEntity<Answer> propose(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Proposing body) {
        var by = access.coordinates(me, coalition);
        var auditor = Fields.id("auditor", body.auditor(), PersonId::new);
        var until = Fields.instant("until", body.until());
        return desk.done(me, new ProposeAuditor(coalition, auditor, until, by, desk.now()), auditor);
    }

    @PostMapping("/{person}/second")
    ResponseEntity<Answer> second(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable PersonId person,
            @RequestBody Seconding body) {
        var by = access.coordinates(me, coalition);
        var proposedBy = Fields.id("proposedBy", body.proposedBy(), OrganizationId::new);
        return desk.done(me, new SecondAuditor(coalition, person, proposedBy, by, desk.now()), person);
    }

    /** Answers when the person's right to see the coalition has ended, not before. */
    @PostMapping("/{person}/dismiss")
    ResponseEntity<Answer> dismiss(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable PersonId person) {
        var by = access.coordinates(me, coalition);
        var dismissed = desk.carryOut(me, new DismissAuditor(coalition, person, by, desk.now()));
        latest.reached(MembersProjection.MEMBERS, dismissed.position());
        return Desk.answer(HttpStatus.OK, dismissed, person);
    }
}
