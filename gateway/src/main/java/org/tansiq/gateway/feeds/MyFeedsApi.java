package org.tansiq.gateway.feeds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.infra.feeds.Feed;
import org.tansiq.infra.feeds.Feeds;
import org.tansiq.infra.feeds.Subject;

/** One's own calendar feeds. They are looked after from a session, like tokens. */
@RestController
@RequestMapping(path = "/api/v1/me/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
class MyFeedsApi {
    /**
     * What is asked for.
     *
     * @param of id or name of the organisation or the city, id of the call; not for a whole coalition
     * @param named whether the calendar's title is the coalition's name: then whoever sees the screen reads it
     */
    record Wanted(
            @Nullable String coalition,
            @Nullable Subject subject,
            @Nullable String of,
            @Nullable Boolean named) {}

    record Mine(
            String id,
            CoalitionId coalition,
            Subject subject,
            @Nullable String of,
            boolean named,
            Instant made,
            @Nullable LocalDate lastUsed) {
        static Mine of(Feed feed) {
            return new Mine(
                    feed.id(), feed.coalition(), feed.subject(), feed.of(), feed.named(), feed.made(), feed.lastUsed());
        }
    }

    /** @param path on this server, for calendar programs; it is told this once and kept nowhere */
    record Made(String id, String path) {}

    private final MyFeeds mine;
    private final Feeds feeds;

    MyFeedsApi(MyFeeds mine, Feeds feeds) {
        this.mine = mine;
        this.feeds = feeds;
    }

    @GetMapping
    List<Mine> all(@CurrentAccount SignedIn me) {
        return feeds.ofPerson(me.person()).stream().map(Mine::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Made make(@CurrentAccount SignedIn me, @RequestBody Wanted wanted, Locale language) {
        var made = mine.make(
                me,
                Fields.id("coalition", wanted.coalition(), CoalitionId::new),
                Fields.required("subject", wanted.subject()),
                wanted.of(),
                Boolean.TRUE.equals(wanted.named()));
        return new Made(made.feed().id(), "/feeds/" + made.secret() + ".ics?lang=" + language.getLanguage());
    }

    @DeleteMapping("/{feed}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@CurrentAccount SignedIn me, @PathVariable String feed) {
        if (!feeds.revoke(me.person(), feed)) {
            throw new NotFound("feed", feed);
        }
    }
}
