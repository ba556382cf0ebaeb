package org.tansiq.gateway.feeds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Reader;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Words;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.feeds.Subject;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.tokens.TokenSecret;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.actions.ActionRow;
import org.tansiq.projections.actions.Calendar;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.shared.Keys;

/**
 * What a feed shows: what the person who made it sees at this moment. Nothing is remembered between two requests, so one
 * that is revoked on any node, and a person who is gone, locked out or signed out everywhere since, or whose organisation
 * has left since, count from the next request on.
 */
@Component
class FeedReading {
    private static final int SECRET_LENGTH_MAX = 200;

    private final Feeds feeds;
    private final Accounts accounts;
    private final Access access;
    private final Sights sights;
    private final Views views;
    private final ActionEntries actions;
    private final SessionEntries sessions;
    private final Words words;
    private final Clock clock;

    FeedReading(
            Feeds feeds,
            Accounts accounts,
            Access access,
            Sights sights,
            Views views,
            ActionEntries actions,
            SessionEntries sessions,
            Words words,
            Clock clock) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.access = access;
        this.sights = sights;
        this.views = views;
        this.actions = actions;
        this.sessions = sessions;
        this.words = words;
        this.clock = clock;
    }

    Optional<Feed> known(String secret) {
        return secret.length() > SECRET_LENGTH_MAX ? Optional.empty() : feeds.bySecret(TokenSecret.hash(secret));
    }

    /** The calendar, unless it is for its maker no more. */
    Optional<String> calendar(Feed feed, Locale language) {
        return reader(feed).map(reader -> {
            noteUse(feed);
            return WrittenCalendar.of(title(feed, language), entries(feed, reader, language));
        });
    }

    private Optional<Reader> reader(Feed feed) {
        return accounts.byPerson(feed.person())
                .filter(account -> account.lets(feed.made()))
                .map(account -> SignedIn.of(account).within(feed.coalition()))
                .filter(who -> hasStayed(who, feed))
                .flatMap(who -> access.reader(who, feed.coalition()))
                .filter(Policy::hasFeeds);
    }

    /** Whose organisation went and came back begins anew. */
    private boolean hasStayed(SignedIn who, Feed feed) {
        return views.get(MembersProjection.MEMBERS, new MembershipId(feed.coalition(), who.organization()).toString())
                .filter(row -> row.entered() != null && !row.entered().isAfter(feed.made()))
                .isPresent();
    }

    private List<Entry> entries(Feed feed, Reader reader, Locale language) {
        return feed.subject() == Subject.SESSIONS
                ? sessions.of(reader, feed.coalition(), language)
                : actions.of(seen(feed, reader), language);
    }

    private List<ActionRow> seen(Feed feed, Reader reader) {
        var position = views.position(Calendar.ACTIONS);
        var all = views.find(Calendar.ACTIONS, Keys.key(Tags.COALITION, feed.coalition())).stream()
                .filter(subject(feed))
                .toList();
        return sights.of(reader, feed.coalition(), position).rows(all);
    }

    private static Predicate<ActionRow> subject(Feed feed) {
        return switch (feed.subject()) {
            case COALITION -> action -> true;
            case SESSIONS -> action -> false;
            case ORGANIZATION -> action -> action.organizers().contains(feed.of());
            case CITY -> action -> action.place().city().value().equals(feed.of());
            case SYNCHRONISED -> action -> Objects.equals(action.synchronizedAction(), feed.of());
        };
    }

    private String title(Feed feed, Locale language) {
        var neutral = words.of("feeds.calendar", language);
        return !feed.named()
                ? neutral
                : views.get(MembersProjection.COALITIONS, feed.coalition().value())
                        .map(coalition -> WrittenCalendar.plain(coalition.name().in(language.getLanguage())))
                        .orElse(neutral);
    }

    private void noteUse(Feed feed) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.equals(feed.lastUsed())) {
            feeds.used(feed.id(), today);
        }
    }
}
