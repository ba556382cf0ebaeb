package org.tansiq.gateway.live;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;

/** Whoever is in, by a session or a token, gets a ticket for one socket: {@code /live?ticket=…} within 30 s, once. */
@RestController
@RequestMapping(path = "/api/v1/me/socket-tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class SocketTicketsApi {
    record Ticket(String ticket, Instant expires) {}

    private final SocketTickets tickets;

    SocketTicketsApi(SocketTickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Ticket make(@CurrentAccount SignedIn me, Authentication who) {
        var made = tickets.make(who, Opening.of(me, who));
        return new Ticket(made.secret(), made.expires());
    }
}
