package org.tansiq.domain.campaigns;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Tags;

/** All hashtags that one coalition ever registered: the boundary of the rule that there is one to a language. */
@EventSourcedEntity(tagKey = Tags.HASHTAGS)
record HashtagRegistry(Map<Entry, State> hashtags) {
    /** Retired ones too: a registry is read whole by every decision, and compared whole with what is typed. */
    static final int HASHTAGS_MAX = 500;

    record Entry(String language, String tag) {
        static Entry of(CampaignEvent event) {
            return new Entry(event.language(), event.tag());
        }
    }

    enum State {
        REGISTERED,
        RETIRED
    }

    HashtagRegistry {
        hashtags = Collections.unmodifiableMap(hashtags);
    }

    @EntityCreator
    HashtagRegistry() {
        this(Map.of());
    }

    @EventSourcingHandler
    HashtagRegistry on(HashtagRegistered registered) {
        return with(Entry.of(registered), State.REGISTERED);
    }

    @EventSourcingHandler
    HashtagRegistry on(HashtagRetired retired) {
        return with(Entry.of(retired), State.RETIRED);
    }

    @EventSourcingHandler
    HashtagRegistry on(HashtagRevived revived) {
        return with(Entry.of(revived), State.REGISTERED);
    }

    Optional<State> state(Entry entry) {
        return Optional.ofNullable(hashtags.get(entry));
    }

    /** What is not in the registry cannot be taken out of it, nor brought back. */
    State required(Entry entry) {
        return state(entry).orElseThrow(() -> new NotFound("hashtag", entry.tag()));
    }

    /** The one that is in use in this language. */
    Optional<Entry> canonical(String language) {
        return hashtags.entrySet().stream()
                .filter(one -> one.getValue() == State.REGISTERED)
                .map(Map.Entry::getKey)
                .filter(entry -> entry.language().equals(language))
                .findFirst();
    }

    void requireRoom() {
        if (hashtags.size() >= HASHTAGS_MAX) {
            throw new Conflict("too-many-hashtags", Map.of("max", HASHTAGS_MAX));
        }
    }

    private HashtagRegistry with(Entry entry, State state) {
        var changed = new LinkedHashMap<>(hashtags);
        changed.put(entry, state);
        return new HashtagRegistry(changed);
    }
}
