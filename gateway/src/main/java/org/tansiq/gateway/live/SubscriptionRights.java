package org.tansiq.gateway.live;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.Access;

/**
 * Who may read a view may subscribe to it, and clients send nothing. Remembers who listens to what, so that a right
 * that ends can end what was built on it.
 */
@Component
class SubscriptionRights implements ChannelInterceptor {
    private static final int SUBSCRIPTIONS_MAX = 64;

    private record Listener(SignedIn who, Map<String, Topic> subscriptions) {}

    private final Access access;
    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    SubscriptionRights(Access access) {
        this.access = access;
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
            throw new MessagingException("Clients send nothing here.");
        }
        return message;
    }

    private void subscribe(StompHeaderAccessor frame) {
        var topic = Topic.at(frame.getDestination()).orElse(null);
        var who = signedIn(frame.getUser());
        if (topic == null
                || who == null
                || frame.getSubscriptionId() == null
                || !access.mayRead(who, topic.coalition())) {
            throw new MessagingException("There is no such topic.");
        }
        var listener = listeners.computeIfAbsent(
                frame.getSessionId(), session -> new Listener(who, new ConcurrentHashMap<>()));
        if (listener.subscriptions().size() >= SUBSCRIPTIONS_MAX) {
            throw new MessagingException("One connection has at most " + SUBSCRIPTIONS_MAX + " subscriptions.");
        }
        listener.subscriptions().put(frame.getSubscriptionId(), topic);
    }

    Set<Topic> topics() {
        return listeners.values().stream()
                .flatMap(listener -> listener.subscriptions().values().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The sessions that listen to something their account may no longer read. */
    Set<String> overstayed() {
        var known = new HashMap<MembershipId, Boolean>(); // many listen for one organisation
        return listeners.entrySet().stream()
                .filter(entry -> entry.getValue().subscriptions().values().stream()
                        .map(Topic::coalition)
                        .distinct()
                        .anyMatch(coalition -> !known.computeIfAbsent(
                                new MembershipId(
                                        coalition, entry.getValue().who().organization()),
                                membership -> access.mayRead(entry.getValue().who(), coalition))))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static @Nullable SignedIn signedIn(@Nullable Principal user) {
        return user instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : null;
    }
}
