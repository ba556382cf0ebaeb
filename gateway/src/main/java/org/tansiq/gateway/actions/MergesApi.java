package org.tansiq.gateway.actions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.AgreeToMerge;
import org.tansiq.domain.actions.DeclineMerge;
import org.tansiq.domain.actions.ProposeMerge;
import org.tansiq.domain.actions.UndoMerge;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Visibility;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.PublishedView;

/** Merging actions over HTTP. The action of the path is the one that remains; {@code with} names the other. */
@RestController
@RequestMapping(
        path = "/api/v1/coalitions/{coalition}/actions/{action}/merge",
        produces = MediaType.APPLICATION_JSON_VALUE)
class MergesApi {
    private final Desk desk;
    private final Access access;
    private final Merges merges;
    private final Colliding colliding;

    MergesApi(Desk desk, Access access, Merges merges, Colliding colliding) {
        this.desk = desk;
        this.access = access;
        this.merges = merges;
        this.colliding = colliding;
    }

    record With(@Nullable String with) {
        ActionId gone() {
            return Fields.id("with", with, ActionId::new);
        }
    }

    /** @param acknowledgeUnseen brings it back although something is planned there that one may not see */
    record Undoing(
            @Nullable String with,
            @Nullable List<@Nullable String> acknowledged,
            @Nullable Boolean acknowledgeUnseen) {}

    /** What would be; it changes nothing. */
    @GetMapping
    MergePreview preview(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestParam ActionId with) {
        return merges.preview(access.reads(me, coalition, PublishedView.ACTIONS), coalition, action, with);
    }

    /** Proposes it; at once done where whoever asks organises both, or where the other side had proposed it. */
    @PostMapping
    ResponseEntity<Answer> propose(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody With body) {
        var by = access.acts(me, coalition);
        return desk.done(me, new ProposeMerge(coalition, action, body.gone(), by, desk.now()), action);
    }

    @PostMapping("/agree")
    ResponseEntity<Answer> agree(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody With body) {
        var by = access.acts(me, coalition);
        return desk.done(me, new AgreeToMerge(coalition, action, body.gone(), by, desk.now()), action);
    }

    /** The other side says no, or whoever proposed it takes it back. */
    @PostMapping("/decline")
    ResponseEntity<Answer> decline(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody With body) {
        var by = access.acts(me, coalition);
        return desk.done(me, new DeclineMerge(coalition, action, body.gone(), by, desk.now()), action);
    }

    /** Makes two of them again, and says what is not as it was before. */
    @PostMapping("/undo")
    ResponseEntity<MergeAnswer> undo(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestBody Undoing body) {
        var by = access.acts(me, coalition);
        var gone = new With(body.with()).gone();
        var changed = merges.changes(access.knows(me, coalition), coalition, action, gone);
        var at = desk.now();
        var wish = new Colliding.Wish(
                coalition,
                Visibility.COALITION,
                Fields.ids("acknowledged", body.acknowledged(), ActionId::new),
                Boolean.TRUE.equals(body.acknowledgeUnseen()));
        var receipt = colliding.carryOut(
                me, wish, acknowledged -> new UndoMerge(coalition, action, gone, by, acknowledged, at));
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(receipt.position()))
                .body(new MergeAnswer(gone.value(), receipt.position(), changed));
    }
}
