package org.tansiq.gateway.live;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.gateway.shared.RowChange;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.shared.Keys;

/**
 * Tells the sockets of this node what changed, read from the row store by position: whichever node ran the projection,
 * and whatever this node missed, what is sent is what is stored.
 */
@Component
class LiveFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int CHANGES_AT_ONCE = 500;
    /** A wake-up comes with each batch of rows on this node; other nodes' batches are seen by looking this often. */
    private static final long LOOK_EVERY_NANOS = 100_000_000;

    private final Views views;
    private final SubscriptionRights rights;
    private final OpenSockets sockets;
    private final MessageChannel broker;
    private final Map<Topic, Long> sent = new HashMap<>();
    private volatile @org.jspecify.annotations.Nullable Thread thread;

    LiveFeed(
            Views views,
            SubscriptionRights rights,
            OpenSockets sockets,
            @Qualifier("brokerChannel") MessageChannel broker) {
        this.views = views;
        this.rights = rights;
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
        var membersSeen = 0L;
        while (thread != null) {
            try {
                var members = views.position(PublishedView.MEMBERS.view());
                if (members != membersSeen) {
                    membersSeen = members;
                    rights.overstayed().forEach(sockets::close);
                }
                var topics = rights.topics();
                sent.keySet().retainAll(topics);
                topics.forEach(this::feed);
            } catch (RuntimeException failure) {
                LOG.warn("Live changes could not be read and will be tried again: {}", failure.toString());
            }
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
    }

    /** From the moment somebody listens: what was before, they have read with their page. */
    private void feed(Topic topic) {
        var reached = views.position(topic.view().view());
        var from = sent.putIfAbsent(topic, reached);
        if (from == null || from >= reached) {
            return;
        }
        var key = Keys.key(Tags.COALITION, topic.coalition());
        var after = from;
        while (true) {
            var changes = views.changes(topic.view().view(), key, after, CHANGES_AT_ONCE);
            for (var change : changes) {
                publish(topic, RowChange.of(change));
                after = change.position();
            }
            if (changes.size() < CHANGES_AT_ONCE) {
                break;
            }
        }
        sent.put(topic, Math.max(reached, after));
    }

    private void publish(Topic topic, String json) {
        var headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setDestination(topic.destination());
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        headers.setLeaveMutable(true);
        broker.send(MessageBuilder.createMessage(json.getBytes(StandardCharsets.UTF_8), headers.getMessageHeaders()));
    }
}
