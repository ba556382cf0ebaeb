package org.tansiq.gateway.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Text;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Latest;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.members.ProposedRules;
import org.tansiq.projections.members.Standing;

/** Which coalitions there are, for whoever asks. */
@RestController
@RequestMapping(path = "/api/v1/coalitions", produces = MediaType.APPLICATION_JSON_VALUE)
class CoalitionsApi {
    private final MyCoalitions mine;
    private final Access access;
    private final Views views;
    private final Latest latest;
    private final Sights sights;

    CoalitionsApi(MyCoalitions mine, Access access, Views views, Latest latest, Sights sights) {
        this.mine = mine;
        this.access = access;
        this.views = views;
        this.latest = latest;
        this.sights = sights;
    }

    record Coalition(
            String id,
            @Nullable Map<String, String> name,
            @Nullable Map<String, String> purpose,
            Standing standing,
            @Nullable String invitation) {}

    /**
     * One coalition, as whoever asks sees it.
     *
     * @param rules empty while the members have agreed on nothing
     * @param rulesSince when they agreed last
     * @param proposal what they may agree on next; only for those who read all of the coalition
     */
    record One(
            String id,
            Map<String, String> name,
            Map<String, String> purpose,
            Standing standing,
            Map<String, String> rules,
            @Nullable Instant rulesSince,
            @Nullable Proposal proposal) {}

    /**
     * Rules that are proposed.
     *
     * @param by an organisation; another has to agree
     * @param digest what the other names the rules by
     */
    record Proposal(Map<String, String> rules, String by, Instant since, String digest) {
        static Proposal of(ProposedRules proposed) {
            return new Proposal(
                    proposed.rules().in(),
                    proposed.by(),
                    proposed.since(),
                    proposed.digest().value());
        }
    }

    @GetMapping
    List<Coalition> mine(
            @CurrentAccount SignedIn me, @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        latest.reached(MembersProjection.MEMBERS, after);
        return mine.of(me).stream()
                .map(one ->
                        new Coalition(one.id(), in(one.name()), in(one.purpose()), one.standing(), one.invitation()))
                .toList();
    }

    @GetMapping("/{coalition}")
    One one(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestHeader(name = "Tansiq-After", required = false) @Nullable Long after) {
        latest.reached(MembersProjection.MEMBERS, after);
        var reader = access.readsName(me, coalition);
        var row = views.get(MembersProjection.COALITIONS, coalition.value())
                .flatMap(sights.of(reader, coalition)::row)
                .orElseThrow();
        return new One(
                row.id(),
                row.name().in(),
                row.purpose().in(),
                reader.standing(),
                row.rules().in(),
                row.rulesSince(),
                row.proposal() == null ? null : Proposal.of(row.proposal()));
    }

    private static @Nullable Map<String, String> in(@Nullable Text text) {
        return text == null ? null : text.in();
    }
}
