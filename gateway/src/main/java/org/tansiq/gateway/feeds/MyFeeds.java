package org.tansiq.gateway.feeds;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotAllowed;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.actions.Places;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.feeds.Subject;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.members.MembersProjection;

/** A person makes a calendar feed of what they see. */
@Component
class MyFeeds {
    /** @param secret is told this once */
    record Made(Feed feed, String secret) {}

    private static final String OF = "of";

    private final Feeds feeds;
    private final Access access;
    private final Views views;
    private final Directory directory;
    private final Places places;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MyFeeds(Feeds feeds, Access access, Views views, Directory directory, Places places, Clock clock) {
        this.feeds = feeds;
        this.access = access;
        this.views = views;
        this.directory = directory;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @param of the organisation, the city or the call, where the subject is one
     * @param named whether its title is the coalition's name
     */
    Made make(SignedIn me, CoalitionId coalition, Subject subject, @Nullable String of, boolean named) {
        if (!Policy.hasFeeds(access.knows(me, coalition))) {
            throw new NotAllowed("recorded-reading-only");
        }
        var secret = TokenSecret.make(random);
        var feed = new Feed(
                UUID.randomUUID().toString(),
                TokenSecret.hash(secret),
                me.person(),
                coalition,
                subject,
                found(coalition, subject, of),
                named,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        feeds.add(feed);
        return new Made(feed, secret);
    }

    private @Nullable String found(CoalitionId coalition, Subject subject, @Nullable String of) {
        return switch (subject) {
            case COALITION, SESSIONS -> null;
            case ORGANIZATION -> organization(coalition, of);
            case CITY -> places.city(OF, of, null).city().value();
            case SYNCHRONISED -> call(coalition, Fields.required(OF, of));
        };
    }

    private String organization(CoalitionId coalition, @Nullable String of) {
        var organization = directory.organization(OF, of);
        return views.get(MembersProjection.MEMBERS, new MembershipId(coalition, organization).toString())
                .filter(row -> row.standing().belongs())
                .orElseThrow(() -> new NotFound("organization", organization, OF))
                .organization();
    }

    private String call(CoalitionId coalition, String of) {
        return views.get(Coverage.SYNCHRONIZED, of)
                .filter(row -> row.coalition().equals(coalition.value()))
                .orElseThrow(() -> new NotFound("synchronized", of, OF))
                .id();
    }
}
