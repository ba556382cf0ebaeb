package org.tansiq.gateway.campaigns;

import java.time.Duration;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Hashtag;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Answer;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.campaigns.HashtagProposal;
import org.tansiq.projections.campaigns.HashtagProposals;
import org.tansiq.projections.campaigns.Registry;
import org.tansiq.projections.shared.Keys;

/** Says which hashtags a coalition would have written, where others were given. It stands in the way of nothing. */
@Component
public class Proposing {
    private static final String FIELD = "hashtags";
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Views views;
    private final Access access;
    private final Sights sights;

    Proposing(Views views, Access access, Sights sights) {
        this.views = views;
        this.access = access;
        this.sights = sights;
    }

    /** By the registry as the log has it now and as this reader sees it. */
    public HashtagProposals in(Reader reader, CoalitionId coalition) {
        views.catchUp(Registry.HASHTAGS, WAIT_MAX);
        return asItStands(reader, coalition);
    }

    private HashtagProposals asItStands(Reader reader, CoalitionId coalition) {
        var registry = views.find(Registry.HASHTAGS, Keys.key(Tags.COALITION, coalition));
        return HashtagProposals.among(
                registry.isEmpty() ? List.of() : sights.of(reader, coalition).rows(registry));
    }

    /**
     * For the answer of a command, which does not wait for the registry's rows.
     *
     * @param given as they were sent, some perhaps without their {@code #}
     */
    public List<HashtagProposal> of(SignedIn me, CoalitionId coalition, List<String> given) {
        if (given.isEmpty()) {
            return List.of();
        }
        return asItStands(access.knows(me, coalition), coalition)
                .of(given.stream().map(tag -> Hashtag.checked(FIELD, tag)).toList());
    }

    /** What a command answered, and these proposals beside it. */
    public static ResponseEntity<ProposingAnswer> beside(
            ResponseEntity<Answer> answer, List<HashtagProposal> proposals) {
        var body = answer.getBody();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(body == null ? null : new ProposingAnswer(body.id(), body.position(), proposals));
    }
}
