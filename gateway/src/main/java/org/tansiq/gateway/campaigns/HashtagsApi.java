package org.tansiq.gateway.campaigns;

import java.util.List;
import java.util.Map;
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
import org.tansiq.domain.campaigns.RegisterHashtag;
import org.tansiq.domain.campaigns.RetireHashtag;
import org.tansiq.domain.campaigns.ReviveHashtag;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Hashtag;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.projections.campaigns.HashtagProposal;
import org.tansiq.projections.campaigns.HashtagRow;

/** A coalition's hashtags over HTTP. A path names one by its language and the tag without its {@code #}: {@code en:SaveGhouta}. */
@RestController
@RequestMapping(path = "/api/v1/coalitions/{coalition}/hashtags", produces = MediaType.APPLICATION_JSON_VALUE)
class HashtagsApi {
    private static final int CHECKED_MAX = 20;

    private final Desk desk;
    private final Access access;
    private final Proposing proposing;

    HashtagsApi(Desk desk, Access access, Proposing proposing) {
        this.desk = desk;
        this.access = access;
        this.proposing = proposing;
    }

    /** @param language BCP 47, such as {@code ar} */
    record Registering(@Nullable String language, @Nullable String tag) {}

    record Retiring(@Nullable Map<String, @Nullable String> reason) {}

    /** @param hashtags nothing for those that are no variants of the coalition's own */
    record Checked(List<HashtagProposal> hashtags) {}

    /** Language and tag, as a path has them. */
    private record Named(String language, String tag) {
        static Named of(String hashtag) {
            var parts = hashtag.split(":", 2);
            if (parts.length < 2) {
                throw new NotFound("hashtag", hashtag);
            }
            return new Named(parts[0], parts[1]);
        }
    }

    /** Also says which of the coalition's own, in use or retired, the new one is a variant of. */
    @PostMapping
    ResponseEntity<ProposingAnswer> register(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestBody Registering body) {
        var by = access.acts(me, coalition);
        var language = Fields.required("language", body.language());
        var tag = Fields.required("tag", body.tag());
        var command = new RegisterHashtag(coalition, language, tag, by, desk.now());
        var proposals = proposing.of(me, coalition, List.of(command.tag()));
        return Proposing.beside(
                desk.created(me, command, HashtagRow.name(command.language(), command.tag())), proposals);
    }

    /** It stays in the registry; whoever writes something like it is told of it. */
    @PostMapping("/{hashtag}/retire")
    ResponseEntity<Answer> retire(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @PathVariable String hashtag,
            @RequestBody(required = false) @Nullable Retiring body) {
        var by = access.acts(me, coalition);
        var named = Named.of(hashtag);
        var reason = Fields.text(body == null ? null : body.reason());
        return desk.done(
                me, new RetireHashtag(coalition, named.language(), named.tag(), reason, by, desk.now()), hashtag);
    }

    /** The one that took its place in its language is retired. */
    @PostMapping("/{hashtag}/revive")
    ResponseEntity<Answer> revive(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @PathVariable String hashtag) {
        var by = access.acts(me, coalition);
        var named = Named.of(hashtag);
        return desk.done(me, new ReviveHashtag(coalition, named.language(), named.tag(), by, desk.now()), hashtag);
    }

    /** What is proposed instead of what somebody is typing; up to 20 tags at once. Changes nothing. */
    @GetMapping("/check")
    Checked check(
            @CurrentAccount SignedIn me, @PathVariable CoalitionId coalition, @RequestParam("tag") List<String> tags) {
        var reader = access.reads(me, coalition, PublishedView.HASHTAGS);
        Limits.atMost("tag", tags.size(), CHECKED_MAX);
        var given = tags.stream().map(tag -> Hashtag.checked("tag", tag)).toList();
        return new Checked(proposing.in(reader, coalition).of(given));
    }
}
