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
import org.tansiq.domain.members.AdmitObserver;
import org.tansiq.domain.members.DismissObserver;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.projections.members.MembersProjection;

/** Letting organisations watch a coalition without belonging to it, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/observers", produces = MediaType.APPLICATION_JSON_VALUE)
class ObserversApi {
    private final Desk desk;
    private final Access access;
    private final Directory directory;
    private final Latest latest;

    ObserversApi(Desk desk, Access access, Directory directory, Latest latest) {
        this.desk = desk;
        this.access = access;
        this.directory = directory;
        this.latest = latest;
    }

    /** @param organization its id, or its exact name in any of its languages */
    record Admitting(@Nullable String organization) {}

    @PostMapping
    ResponseEntity<Answer> admit(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Admitting body) {
        var by = access.coordinates(me, coalition);
        var observer = directory.organization("organization", body.organization());
        return desk.done(me, new AdmitObserver(coalition, observer, by, desk.now()), observer);
    }

    /** Answers when the right to see the coalition has ended, not before. */
    @PostMapping("/{organization}/dismiss")
    ResponseEntity<Answer> dismiss(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable OrganizationId organization) {
        // An observer that ended it and asks again, having missed the answer, may no longer see the coalition.
        return desk.once(me, organization, () -> {
            var by = access.coordinatesWatching(me, coalition, organization);
            var dismissed = desk.carryOut(me, new DismissObserver(coalition, organization, by, desk.now()));
            latest.reached(MembersProjection.MEMBERS, dismissed.position());
            return Desk.answer(HttpStatus.OK, dismissed, organization);
        });
    }
}
