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
import org.tansiq.domain.members.MembershipId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;
import org.tansiq.infra.wiring.Views;

/**
 * Who may read a view may subscribe to it, and clients send nothing. Remembers who listens to what, so that a right
 * that ends can end what was built on it.
 */
@Component
class SubscriptionRights implements ExecutorChannelInterceptor {
    private static final int SUBSCRIPTIONS_MAX = 64;

    /** @param from the position of the view when its reader asked; they hear of everything that comes after it */
    record Subscription(Topic topic, long from) {}

    private record Listener(SignedIn who, Map<String, Subscription> subscriptions) {}

    private final Access access;
    private final Views views;
    private final MessageChannel toClients;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Queue<Subscription> begun = new ConcurrentLinkedQueue<>();

    SubscriptionRights(Access access, Views views, @Lazy @Qualifier("clientOutboundChannel") MessageChannel toClients) {
        this.access = access;
        this.views = views;
        this.toClients = toClients;
    }

    @Override
    public Message<?> preSend(Message<?> message, MessageChannel channel) {
        var frame = StompHeaderAccessor.wrap(message);
        var type = frame.getMessageType();
        if (type == SimpMessageType.SUBSCRIBE) {
            subscribe(frame);
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

    private void subscribe(StompHeaderAccessor frame) {
        var topic = Topic.at(frame.getDestination()).orElse(null);
        var who = signedIn(frame.getUser());
        if (topic == null
                || who == null
                || frame.getSubscriptionId() == null
                || access.reader(who, topic.coalition()).isEmpty()) {
            throw noSuchTopic();
        }
        var listener = listeners.computeIfAbsent(
                frame.getSessionId(), session -> new Listener(who, new ConcurrentHashMap<>()));
        if (listener.subscriptions().size() >= SUBSCRIPTIONS_MAX) {
            throw new FrameRefused("One connection has at most " + SUBSCRIPTIONS_MAX + " subscriptions.");
        }
        var from = views.position(topic.view().view());
        listener.subscriptions().put(frame.getSubscriptionId(), new Subscription(topic, from));
        // A right that ended since it was asked for has been looked at before this listener was among the others.
        if (access.reader(who, topic.coalition()).isEmpty()) {
            throw noSuchTopic();
        }
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

    Set<Topic> topics() {
        return listeners.values().stream()
                .flatMap(listener -> listener.subscriptions().values().stream())
                .map(Subscription::topic)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sessions that listen to something their account may no longer read. */
    Set<String> overstayed() {
        var mayRead = new HashMap<MembershipId, Boolean>(); // many listen for one organisation
        var overstayed = new HashSet<String>();
        listeners.forEach((session, listener) -> {
            for (var subscription : listener.subscriptions().values()) {
                var coalition = subscription.topic().coalition();
                var membership = new MembershipId(coalition, listener.who().organization());
                if (!mayRead.computeIfAbsent(
                        membership,
                        any -> access.reader(listener.who(), coalition).isPresent())) {
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
