package org.tansiq.gateway.members;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.members.ProposeRules;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.members.SecondRules;
import org.tansiq.domain.members.WithdrawRules;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;

/** Agreeing on the rules of a coalition, which takes two organisations, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/rules", produces = MediaType.APPLICATION_JSON_VALUE)
class RulesApi {
    private final Desk desk;
    private final Access access;

    RulesApi(Desk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    /** @param rules all of them, by language; empty to have none any more */
    record Proposing(@Nullable Map<String, @Nullable String> rules) {}

    /**
     * What one agrees with, as the coalition shows it.
     *
     * @param proposedBy an organisation
     * @param digest of the rules that one has read; it is refused when they have changed
     */
    record Seconding(@Nullable String proposedBy, @Nullable String digest) {}

    @PostMapping
    ResponseEntity<Answer> propose(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Proposing body) {
        var by = access.coordinates(me, coalition);
        var rules = Fields.text(Fields.required("rules", body.rules()));
        return desk.done(me, new ProposeRules(coalition, rules, by, desk.now()), coalition);
    }

    @PostMapping("/second")
    ResponseEntity<Answer> second(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Seconding body) {
        var by = access.coordinates(me, coalition);
        var proposedBy = Fields.id("proposedBy", body.proposedBy(), OrganizationId::new);
        var digest = Fields.id("digest", body.digest(), RulesDigest::new);
        return desk.done(me, new SecondRules(coalition, proposedBy, digest, by, desk.now()), coalition);
    }

    @PostMapping("/withdraw")
    ResponseEntity<Answer> withdraw(@CurrentAccount SignedIn me, @PathVariable CoalitionId coalition) {
        var by = access.coordinates(me, coalition);
        return desk.done(me, new WithdrawRules(coalition, by, desk.now()), coalition);
    }
}
