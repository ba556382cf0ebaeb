package org.tansiq.gateway.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import org.tansiq.domain.shared.Tags;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.gateway.shared.RowChange;
import org.tansiq.infra.rows.Repaired;
import org.tansiq.infra.rows.StoredRow;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.MembersProjection;
import org.tansiq.projections.shared.Keys;

/**
 * Tells the sockets of this node what changed, read from the row store by position: whichever node ran the projection,
 * and whatever this node missed, what is sent is what is stored.
 */
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int CHANGES_AT_ONCE = 500;
    private static final long UNSEEN = -2;
    /** A wake-up comes with each batch of rows on this node; other nodes' batches are seen by looking this often. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Views views;
    private final SubscriptionRights rights;
    private final Sights sights;
    private final OpenSockets sockets;
    private final MessageChannel broker;
    /** How far each feed is, by position; for the feeding thread alone. */
    private final Map<Feed, Long> sent = new HashMap<>();
    /** The repairs that have been heard of; for the feeding thread alone. */
    private final Map<PublishedView, Repaired> repaired = new EnumMap<>(PublishedView.class);

    private long membersSeen = UNSEEN;
    private volatile @Nullable Thread thread;

    LiveFeed(
            Views views,
            SubscriptionRights rights,
            Sights sights,
            OpenSockets sockets,
            @Qualifier("brokerChannel") MessageChannel broker) {
        this.views = views;
        this.rights = rights;
        this.sights = sights;
        this.sockets = sockets;
        this.broker = broker;
    }

    @Override
    public void start() {
        var feeder = Thread.ofPlatform().daemon().name("live-feed").unstarted(this::run);
        thread = feeder;
        views.onChange(() -> LockSupport.unpark(feeder));
        feeder.start();
    }

    @Override
    public void stop() {
        var feeder = thread;
        thread = null;
        if (feeder != null) {
            LockSupport.unpark(feeder);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                round();
            } catch (RuntimeException failure) {
                LOG.warn("Live changes could not be read and will be tried again: {}", failure.toString());
            }
            LockSupport.parkNanos(this, LOOK_EVERY.toNanos());
        }
    }

    private void round() {
        rights.begun().forEach(one -> sent.merge(one.feed(), one.from(), Math::min));
        sent.keySet().retainAll(rights.feeds());
        goBackToRepairs();
        var topics = sent.keySet().stream().collect(Collectors.groupingBy(Feed::topic));
        var reached = new HashMap<Topic, Long>();
        topics.keySet()
                .forEach(topic -> reached.put(topic, views.position(topic.view().view())));
        var furthest = reached.values().stream().mapToLong(Long::longValue).max();
        if (furthest.isEmpty()) {
            return;
        }
        // Nothing is sent from beyond the membership and the visibility that were looked at.
        views.await(MembersProjection.MEMBERS, furthest.getAsLong(), LOOK_EVERY);
        sights.await(furthest.getAsLong(), LOOK_EVERY);
        var members = views.position(MembersProjection.MEMBERS);
        var decided = Math.min(members, sights.position());
        if (members != membersSeen) {
            rights.overstayed().forEach(sockets::close);
            membersSeen = members;
        }
        if (sent.entrySet().stream()
                .anyMatch(feed -> feed.getValue()
                        < Math.min(decided, reached.getOrDefault(feed.getKey().topic(), decided)))) {
            var seen = rights.sights();
            topics.forEach((topic, feeds) ->
                    feed(topic, feeds, seen, Math.min(reached.getOrDefault(topic, decided), decided)));
        }
    }

    /**
     * What a repair sets bears the position that the view had already, and may have been sent as it was before. So what
     * was set at the last position is read again, and with it what came late; all else was heard.
     */
    private void goBackToRepairs() {
        for (var view : PublishedView.values()) {
            var now = views.repaired(view.view());
            if (!now.equals(repaired.put(view, now))) {
                sent.replaceAll(
                        (feed, position) -> feed.topic().view() == view ? Math.max(-1, position - 1) : position);
                if (view == PublishedView.MEMBERS) {
                    membersSeen = UNSEEN;
                }
            }
        }
    }

    /** The changes of a topic are read once for all who hear it. */
    private void feed(Topic topic, List<Feed> feeds, Map<Feed, Sight> seen, long until) {
        var after = feeds.stream()
                .mapToLong(feed -> sent.getOrDefault(feed, until))
                .min()
                .orElse(until);
        var key = Keys.key(Tags.COALITION, topic.coalition());
        while (after < until) {
            var changes = views.changes(topic.view().view(), key, after, CHANGES_AT_ONCE);
            var reached = changes.size() < CHANGES_AT_ONCE
                    ? until
                    : Math.min(until, changes.getLast().position());
            for (var feed : feeds) {
                var sight = seen.get(feed);
                if (sight != null) {
                    publish(feed, changes, until, sight);
                    sent.merge(feed, reached, Math::max);
                }
            }
            after = reached;
        }
    }

    private void publish(Feed feed, List<StoredRow> changes, long until, Sight sight) {
        var after = sent.getOrDefault(feed, until);
        for (var change : changes) {
            if (change.position() > after && change.position() <= until) {
                RowChange.of(feed.topic().view().view(), change, sight).ifPresent(json -> publish(feed, json));
            }
        }
    }

    private void publish(Feed feed, String json) {
        var headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setDestination(feed.destination());
        headers.setNativeHeader(
                SimpMessageHeaderAccessor.ORIGINAL_DESTINATION, feed.topic().destination());
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        headers.setLeaveMutable(true);
        broker.send(MessageBuilder.createMessage(json.getBytes(StandardCharsets.UTF_8), headers.getMessageHeaders()));
    }
}
