package org.tansiq.gateway.actions;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Limits;
import org.tansiq.gateway.campaigns.Proposing;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.projections.campaigns.HashtagProposal;

/** Says, while somebody still plans, what the plan would run into. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/actions", produces = MediaType.APPLICATION_JSON_VALUE)
class CheckingApi {
    private static final int HASHTAGS_MAX = 20;

    private final Access access;
    private final SeenActions actions;
    private final Wishes wishes;
    private final Warnings warnings;
    private final Proposing proposing;
    private final Alternatives alternatives;

    CheckingApi(
            Access access,
            SeenActions actions,
            Wishes wishes,
            Warnings warnings,
            Proposing proposing,
            Alternatives alternatives) {
        this.access = access;
        this.actions = actions;
        this.wishes = wishes;
        this.warnings = warnings;
        this.proposing = proposing;
        this.alternatives = alternatives;
    }

    /**
     * What is known beforehand. The command says what is so when it comes.
     *
     * @param findings the strongest first
     * @param hashtags as the command would propose them
     */
    record Checked(List<Warning> findings, List<HashtagProposal> hashtags) {}

    /**
     * Takes what a command takes, or as much of it as there is: a city, and when it starts. Changes nothing.
     *
     * @param moving an action that would be moved there: it is not in its own way, and what is not said stays as it is
     */
    @PostMapping("/check")
    Checked check(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable ActionId moving,
            @RequestBody ActionsApi.Scheduling body,
            Locale locale) {
        var by = access.acts(me, coalition);
        var reader = access.knows(me, coalition);
        var hashtags = Fields.list("hashtags", body.hashtags());
        Limits.atMost("hashtags", hashtags.size(), HASHTAGS_MAX);
        var wanted = moving == null
                ? wishes.of(coalition, by, body)
                : wishes.of(coalition, by, body, actions.row(reader, coalition, moving));
        return new Checked(warnings.of(me, reader, wanted, locale), proposing.of(me, coalition, hashtags));
    }

    /**
     * Times and places for an action that there is not yet.
     *
     * @param starts such as {@code 2018-02-24T12:00}
     * @param ends missing: 90 minutes after the start
     */
    @GetMapping("/free")
    Alternatives.Free free(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String starts,
            @RequestParam(required = false) @Nullable String ends) {
        var reader = access.reads(me, coalition, PublishedView.ACTIONS);
        return alternatives.of(
                me, reader, wishes.of(coalition, me.organization(), at(city, country, starts, ends)), true);
    }

    /**
     * Times and places to which this action could be moved.
     *
     * @param city missing: where it is
     * @param starts missing: when it is
     * @param ends missing: it lasts as long as it does
     */
    @GetMapping("/{action}/free")
    Alternatives.Free free(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable ActionId action,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String starts,
            @RequestParam(required = false) @Nullable String ends) {
        var reader = access.reads(me, coalition, PublishedView.ACTIONS);
        var was = actions.row(reader, coalition, action);
        var wanted = starts == null ? was.localFrom().toString() : starts;
        return alternatives.of(
                me,
                reader,
                wishes.of(coalition, me.organization(), at(city, country, wanted, ends), was),
                was.synchronizedAction() == null);
    }

    private static ActionsApi.Scheduling at(
            @Nullable String city, @Nullable String country, @Nullable String starts, @Nullable String ends) {
        return new ActionsApi.Scheduling(
                null, null, city, country, null, starts, ends, null, null, null, null, null, null);
    }
}
