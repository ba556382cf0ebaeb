package org.tansiq.gateway.live;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.infra.tokens.TokenSecret;

/**
 * Tickets that open one socket, once and soon, for clients that can send no header with a handshake. They are kept in
 * this node's memory, as hashes: a ticket is used on the node that made it, like a session.
 */
@Component
public class SocketTickets {
    static final Duration VALID = Duration.ofSeconds(30);

    /** @param opened what it stands for: the socket lives no longer than that */
    record Ticket(Authentication who, OpenedWith opened, Instant expires) {}

    record Made(String secret, Instant expires) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> open = new ConcurrentHashMap<>();

    SocketTickets(Clock clock) {
        this.clock = clock;
    }

    Made make(Authentication who, OpenedWith opened) {
        var now = clock.instant();
        open.values().removeIf(ticket -> !now.isBefore(ticket.expires()));
        var secret = TokenSecret.make(random);
        var expires = now.plus(VALID);
        open.put(TokenSecret.hash(secret), new Ticket(who, opened, expires));
        return new Made(secret, expires);
    }

    /** Of any number of callers one gets it. */
    Optional<Ticket> use(String secret) {
        return Optional.ofNullable(open.remove(TokenSecret.hash(secret)))
                .filter(ticket -> clock.instant().isBefore(ticket.expires()));
    }
}
