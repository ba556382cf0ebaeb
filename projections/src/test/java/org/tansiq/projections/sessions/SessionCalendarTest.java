package org.tansiq.projections.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tansiq.projections.sessions.SessionCalendar.SESSIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.sessions.ActionTimedToSession;
import org.tansiq.domain.sessions.Imported;
import org.tansiq.domain.sessions.SessionAnnounced;
import org.tansiq.domain.sessions.SessionCancelled;
import org.tansiq.domain.sessions.SessionId;
import org.tansiq.domain.sessions.SessionImported;
import org.tansiq.domain.sessions.SessionMoved;
import org.tansiq.domain.sessions.Sitting;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.actions.Revision;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.RowsInMemory;

class SessionCalendarTest {
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId GREENS = new OrganizationId("greens");
    private static final SessionId COUNCIL = new SessionId("council");
    private static final SessionId SECURITY = new SessionId("security");
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Instant FROM = Instant.parse("2018-02-26T08:00:00Z");

    private static Sitting sitting(Instant from) {
        var geneva = ZoneId.of("Europe/Zurich");
        return new Sitting(
                Text.of("en", "Council"),
                Text.of("en", "37th"),
                Text.of("en", "Geneva"),
                geneva,
                from,
                from.plusSeconds(60));
    }

    private static SessionAnnounced announced(SessionId session) {
        return new SessionAnnounced(GHOUTA, session, GREENS, sitting(FROM), 3, NOW);
    }

    private static ActionTimedToSession timed(SessionId session) {
        return new ActionTimedToSession(GHOUTA, session, GREENS, VIGIL, NOW);
    }

    private static RowsInMemory fold(Fact... facts) {
        var rows = new RowsInMemory();
        for (var i = 0; i < facts.length; i++) {
            new SessionCalendar().apply(new Recorded(i, facts[i]), rows);
            new SessionCalendar().apply(new Recorded(i, facts[i]), rows);
        }
        return rows;
    }

    private static SessionRow row(RowsInMemory rows, SessionId session) {
        return rows.get(SESSIONS, session.value()).orElseThrow();
    }

    @Test
    void it_lacks_from_the_lead_time_on_until_it_is_over() {
        var session = row(fold(announced(COUNCIL)), COUNCIL);

        assertThat(session.lacks(FROM.minus(Duration.ofDays(3)).minusMillis(1))).isFalse();
        assertThat(session.lacks(FROM.minus(Duration.ofDays(3)))).isTrue();
        assertThat(session.lacks(FROM.plusSeconds(59))).isTrue();
        assertThat(session.lacks(FROM.plusSeconds(60))).isFalse();
    }

    @Test
    void an_action_is_meant_for_the_last_session_that_it_was_timed_to() {
        var rows = fold(announced(COUNCIL), announced(SECURITY), timed(COUNCIL), timed(SECURITY));

        assertThat(row(rows, COUNCIL).actions()).isEmpty();
        assertThat(row(rows, SECURITY).actions()).containsExactly("vigil");
        assertThat(row(rows, SECURITY).lacks(FROM)).isFalse();
        assertThat(row(rows, SECURITY).seeing(action -> false).lacks(FROM)).isTrue();
    }

    @Test
    void one_that_moved_or_was_cancelled_says_so() {
        var later = FROM.plus(Duration.ofDays(9));
        var rows = fold(
                announced(COUNCIL),
                timed(COUNCIL),
                new SessionMoved(GHOUTA, COUNCIL, GREENS, sitting(later), NOW),
                new SessionCancelled(GHOUTA, COUNCIL, GREENS, Text.of("en", "Strike"), NOW));

        assertThat(row(rows, COUNCIL).from()).isEqualTo(later);
        assertThat(row(rows, COUNCIL).actions()).containsExactly("vigil");
        assertThat(row(rows, COUNCIL).status()).isEqualTo(SessionRow.Status.CANCELLED);
        assertThat(row(rows, COUNCIL).seeing(action -> false).lacks(later)).isFalse();
    }

    @Test
    void it_says_when_it_changed_and_what_its_calendar_said_last() {
        var later = FROM.plus(Duration.ofDays(9));
        var rows = fold(
                announced(COUNCIL),
                new SessionImported(GHOUTA, COUNCIL, GREENS, 7, NOW),
                timed(COUNCIL),
                new SessionMoved(GHOUTA, COUNCIL, GREENS, sitting(later), NOW),
                timed(COUNCIL));

        assertThat(row(rows, COUNCIL).imported()).isEqualTo(new Imported(7, sitting(FROM), false));
        assertThat(row(rows, COUNCIL).revision()).isEqualTo(new Revision(3, NOW));
        assertThat(row(fold(announced(COUNCIL), timed(COUNCIL)), COUNCIL).revision())
                .isEqualTo(new Revision(0, NOW));
    }
}
