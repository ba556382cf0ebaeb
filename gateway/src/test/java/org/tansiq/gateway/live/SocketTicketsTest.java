package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.shared.OpenedWith;
import org.tansiq.infra.members.Role;

class SocketTicketsTest {
    private static final OpenedWith OPENED = new OpenedWith(
            new SignedIn(new PersonId("p"), new OrganizationId("o"), Role.MEMBER, "mona", null), "token", null);

    private Instant now = Instant.parse("2018-02-19T10:00:00Z");

    private final SocketTickets tickets = new SocketTickets(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    });

    private String ticket() {
        return tickets.make(UsernamePasswordAuthenticationToken.unauthenticated("mona", "x"), OPENED)
                .secret();
    }

    @Test
    void a_ticket_is_used_once() {
        var ticket = ticket();

        assertThat(tickets.use(ticket)).isPresent();
        assertThat(tickets.use(ticket)).isEmpty();
        assertThat(tickets.use("tansiq_guessed")).isEmpty();
    }

    @Test
    void a_ticket_is_good_for_less_than_thirty_seconds() {
        var early = ticket();
        var late = ticket();

        now = now.plusMillis(29_999);
        assertThat(tickets.use(early)).isPresent();
        now = now.plusMillis(1);
        assertThat(tickets.use(late)).isEmpty();
    }
}
