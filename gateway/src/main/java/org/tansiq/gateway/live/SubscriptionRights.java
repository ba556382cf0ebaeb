package org.tansiq.gateway.live;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.broker.SimpleBrokerMessageHandler;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ExecutorChannelInterceptor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.rights.Policy;
import org.tansiq.gateway.rights.Sight;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;
import org.tansiq.projections.members.Standing;

/**
 * Who may read a view may subscribe to it, and clients send nothing. Remembers who listens to what, so that a right
 * that ends can end what was built on it.
 */
@Component
class SubscriptionRights implements ExecutorChannelInterceptor {
    private static final int SUBSCRIPTIONS_MAX = 64;

    /** @param from the position of the view when its reader asked; they hear of everything that comes after it */
    record Subscription(Feed feed, long from) {}

    private record Listener(SignedIn who, Map<String, Subscription> subscriptions) {}

    private record Listening(SignedIn who, Topic topic) {}

    private final Access access;
    private final Views views;
    private final Sights sights;
    private final MessageChannel toClients;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Queue<Subscription> begun = new ConcurrentLinkedQueue<>();

    SubscriptionRights(
            Access access,
            Views views,
            Sights sights,
            @Lazy @Qualifier("clientOutboundChannel") MessageChannel toClients) {
        this.access = access;
        this.views = views;
        this.sights = sights;
        this.toClients = toClients;
    }

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var frame = StompHeaderAccessor.wrap(message);
        var type = frame.getMessageType();
        if (type == SimpMessageType.SUBSCRIBE) {
            frame.setDestination(subscribe(frame).destination());
            return MessageBuilder.createMessage(message.getPayload(), frame.getMessageHeaders());
        } else if (type == SimpMessageType.UNSUBSCRIBE) {
            var listener = listeners.get(frame.getSessionId());
            if (listener != null && frame.getSubscriptionId() != null) {
                listener.subscriptions().remove(frame.getSubscriptionId());
            }
        } else if (type == SimpMessageType.DISCONNECT) {
            listeners.remove(frame.getSessionId());
        } else if (type == SimpMessageType.MESSAGE) {
            throw new FrameRefused("Clients send nothing here.");
        }
        return message;
    }

    private Feed subscribe(StompHeaderAccessor frame) {
        var topic = Topic.at(frame.getDestination()).orElse(null);
        var who = signedIn(frame.getUser());
        if (topic == null || who == null || frame.getSubscriptionId() == null || !hears(who, topic)) {
            throw noSuchTopic();
        }
        var listener = listeners.computeIfAbsent(
                frame.getSessionId(), session -> new Listener(who, new ConcurrentHashMap<>()));
        if (listener.subscriptions().size() >= SUBSCRIPTIONS_MAX) {
            throw new FrameRefused("One connection has at most " + SUBSCRIPTIONS_MAX + " subscriptions.");
        }
        var from = views.position(topic.view().view());
        var feed = new Feed(topic, who.organization());
        listener.subscriptions().put(frame.getSubscriptionId(), new Subscription(feed, from));
        // A right that ended since it was asked for has been looked at before this listener was among the others.
        if (!hears(who, topic)) {
            throw noSuchTopic();
        }
        return feed;
    }

    private boolean hears(SignedIn who, Topic topic) {
        return access.reader(who, topic.coalition())
                .filter(reader -> Policy.hears(reader, topic.view()))
                .isPresent();
    }

    private static FrameRefused noSuchTopic() {
        return new FrameRefused("There is no such topic.");
    }

    /** Only once the broker knows of a subscription does what is published reach it. */
    @Override
    public void afterMessageHandled(
            Message<?> message, MessageChannel channel, MessageHandler handler, @Nullable Exception failure) {
        var frame = StompHeaderAccessor.wrap(message);
        if (!(handler instanceof SimpleBrokerMessageHandler)
                || failure != null
                || frame.getMessageType() != SimpMessageType.SUBSCRIBE) {
            return;
        }
        var listener = listeners.get(frame.getSessionId());
        var subscription = listener == null ? null : listener.subscriptions().get(frame.getSubscriptionId());
        if (subscription != null) {
            begun.add(subscription);
        }
        if (frame.getReceipt() != null) {
            confirm(frame);
        }
    }

    /** Spring's broker does not confirm subscriptions. */
    private void confirm(StompHeaderAccessor asked) {
        var receipt = StompHeaderAccessor.create(StompCommand.RECEIPT);
        receipt.setReceiptId(asked.getReceipt());
        receipt.setSessionId(asked.getSessionId());
        receipt.setUser(asked.getUser());
        receipt.setLeaveMutable(true);
        toClients.send(MessageBuilder.createMessage(new byte[0], receipt.getMessageHeaders()));
    }

    /** Those that began since the last time. */
    List<Subscription> begun() {
        var all = new ArrayList<Subscription>();
        for (var next = begun.poll(); next != null; next = begun.poll()) {
            all.add(next);
        }
        return all;
    }

    Set<Feed> feeds() {
        return listening().stream().map(Subscribed::feed).collect(Collectors.toUnmodifiableSet());
    }

    /** What those see who listen; nothing for those who may hear it no more. The people of an organisation see the same. */
    Map<Feed, Sight> sights() {
        var seen = new HashMap<Feed, Sight>();
        var known = new HashMap<SeenAs, Sight>(); // many feeds are of one coalition
        for (var one : listening()) {
            var topic = one.feed().topic();
            access.reader(one.who(), topic.coalition())
                    .filter(reader -> Policy.hears(reader, topic.view()))
                    .ifPresent(reader -> seen.put(
                            one.feed(),
                            known.computeIfAbsent(
                                    new SeenAs(topic.coalition(), one.feed().organization(), reader.standing()),
                                    any -> sights.of(reader, topic.coalition()))));
        }
        return seen;
    }

    private record Subscribed(SignedIn who, Feed feed) {}

    private record SeenAs(CoalitionId coalition, OrganizationId organization, Standing as) {}

    private List<Subscribed> listening() {
        var all = new ArrayList<Subscribed>();
        listeners
                .values()
                .forEach(listener -> listener.subscriptions()
                        .values()
                        .forEach(subscription -> all.add(new Subscribed(listener.who(), subscription.feed()))));
        return all;
    }

    /** The sessions that listen to something their account may no longer read. */
    Set<String> overstayed() {
        var mayHear = new HashMap<Listening, Boolean>(); // many listen by one account
        var overstayed = new HashSet<String>();
        listeners.forEach((session, listener) -> {
            for (var subscription : listener.subscriptions().values()) {
                if (!mayHear.computeIfAbsent(
                        new Listening(listener.who(), subscription.feed().topic()),
                        one -> hears(one.who(), one.topic()))) {
                    overstayed.add(session);
                }
            }
        });
        return overstayed;
    }

    private static @Nullable SignedIn signedIn(@Nullable Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }
}
