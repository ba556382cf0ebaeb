package org.tansiq.gateway.actions;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.AcknowledgeFinding;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.SayDifferent;
import org.tansiq.domain.actions.SeeFinding;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;

/** What the organisers of two actions that were found say of it. The two may be named in either order. */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/collisions/{collision}",
        produces = MediaType.APPLICATION_JSON_VALUE)
class FindingsApi {
    private final Desk desk;
    private final Access access;

    FindingsApi(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    record Saying(@Nullable Map<String, @Nullable String> reason) {}

    /** Lets the organisers of both know that one has seen it. */
    @PostMapping("/seen")
    ResponseEntity<Answer> seen(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable String collision) {
        var by = access.acts(me, coalition);
        return desk.done(me, new SeeFinding(finding(coalition, collision), by, desk.now()), collision);
    }

    /** Goes on knowing of the other, and says why. */
    @PostMapping("/acknowledge")
    ResponseEntity<Answer> acknowledge(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String collision,
            @RequestBody Saying body) {
        var by = access.acts(me, coalition);
        var reason = Fields.text(Fields.required("reason", body.reason()));
        return desk.done(me, new AcknowledgeFinding(finding(coalition, collision), by, reason, desk.now()), collision);
    }

    /** Says that the two have nothing to do with each other: they are not raised again. */
    @PostMapping("/different")
    ResponseEntity<Answer> different(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String collision,
            @RequestBody(required = false) @Nullable Saying body) {
        var by = access.acts(me, coalition);
        var reason = Fields.text(body == null ? null : body.reason());
        return desk.done(me, new SayDifferent(finding(coalition, collision), by, reason, desk.now()), collision);
    }

    private static FindingId finding(CoalitionId coalition, String collision) {
        var ids = collision.split("\\+", -1);
        try {
            if (ids.length == 2) {
                return new FindingId(coalition, new ActionId(ids[0]), new ActionId(ids[1]));
            }
        } catch (IllegalArgumentException noId) {
            throw new NotFound("collision", collision);
        }
        throw new NotFound("collision", collision);
    }
}
