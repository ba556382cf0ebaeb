package org.tansiq.domain.sessions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.*;

import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.Scene;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

class SessionsTest {
    private static final SessionId COUNCIL = new SessionId("council-37");
    private static final SessionId SECURITY = new SessionId("security");
    private static final ActionId VIGIL = new ActionId("vigil");
    private static final Sitting SITTING = sitting("2018-02-26T09:00:00Z", "2018-03-23T17:00:00Z");
    private static final Sitting LATER = sitting("2018-03-05T09:00:00Z", "2018-03-23T17:00:00Z");

    private final AxonTestFixture fixture = AxonTestFixture.with(
            SessionsModule.register(Scene.configurer()), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static Sitting sitting(String from, String until) {
        return new Sitting(
                Text.ofBoth("مجلس حقوق الإنسان", "Human Rights Council"),
                Text.of("en", "37th session"),
                Text.of("en", "Geneva"),
                ZoneId.of("Europe/Zurich"),
                Instant.parse(from),
                Instant.parse(until));
    }

    private static AnnounceSession announce(OrganizationId by, Sitting sitting) {
        return new AnnounceSession(GHOUTA, COUNCIL, by, sitting, 21, NOW);
    }

    private static SessionAnnounced announced(SessionId session) {
        return new SessionAnnounced(GHOUTA, session, PARIS, SITTING, 21, NOW);
    }

    private static MoveSession move(OrganizationId by, Sitting to) {
        return new MoveSession(GHOUTA, COUNCIL, by, to, NOW);
    }

    private static CancelSession cancel(OrganizationId by) {
        return new CancelSession(GHOUTA, COUNCIL, by, Text.of("en", "Strike"), NOW);
    }

    private static SessionCancelled cancelled() {
        return new SessionCancelled(GHOUTA, COUNCIL, PARIS, Text.of("en", "Strike"), NOW);
    }

    private static TimeToSession time(OrganizationId by, SessionId session) {
        return new TimeToSession(GHOUTA, session, by, VIGIL, NOW);
    }

    private static ActionTimedToSession timed(SessionId session) {
        return new ActionTimedToSession(GHOUTA, session, PARIS, VIGIL, NOW);
    }

    @Test
    void a_member_enters_a_session() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(announce(PARIS, SITTING))
                .then()
                .events(announced(COUNCIL));
    }

    @Test
    void an_outsider_enters_none() {
        fixture.given()
                .events(joined(PARIS))
                .when()
                .command(announce(BERLIN, SITTING))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void entering_the_same_again_changes_nothing_and_another_under_its_id_is_refused() {
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL))
                .when()
                .command(announce(BERLIN, SITTING))
                .then()
                .success()
                .noEvents();
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL))
                .when()
                .command(announce(BERLIN, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "session-exists"));
    }

    @Test
    void any_member_moves_it_once() {
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL))
                .when()
                .command(move(BERLIN, LATER))
                .then()
                .events(new SessionMoved(GHOUTA, COUNCIL, BERLIN, LATER, NOW));
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL), new SessionMoved(GHOUTA, COUNCIL, BERLIN, LATER, NOW))
                .when()
                .command(move(BERLIN, LATER))
                .then()
                .success()
                .noEvents();
    }

    @Test
    void one_that_was_cancelled_is_moved_no_more_and_cancelled_once() {
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL))
                .when()
                .command(cancel(BERLIN))
                .then()
                .events(new SessionCancelled(GHOUTA, COUNCIL, BERLIN, Text.of("en", "Strike"), NOW));
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL), cancelled())
                .when()
                .command(cancel(BERLIN))
                .then()
                .success()
                .noEvents();
        fixture.given()
                .events(joined(BERLIN), announced(COUNCIL), cancelled())
                .when()
                .command(move(BERLIN, LATER))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "session-cancelled"));
    }

    @Test
    void outsiders_move_cancel_and_time_nothing() {
        for (var command : new Object[] {move(BERLIN, LATER), cancel(BERLIN), time(BERLIN, COUNCIL)}) {
            fixture.given()
                    .events(joined(PARIS), announced(COUNCIL), scheduled(GHOUTA, VIGIL))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
        }
    }

    @Test
    void a_session_of_another_coalition_does_not_exist_in_this_one() {
        var elsewhere = new SessionAnnounced(new CoalitionId("aleppo"), COUNCIL, PARIS, SITTING, 21, NOW);
        for (var command : new Object[] {move(PARIS, LATER), cancel(PARIS), time(PARIS, COUNCIL)}) {
            fixture.given()
                    .events(joined(PARIS), elsewhere, scheduled(GHOUTA, VIGIL))
                    .when()
                    .command(command)
                    .then()
                    .noEvents()
                    .exceptionSatisfies(refusedAs(NotFound.class, "no-such-session"));
        }
    }

    @Test
    void what_is_merged_into_another_action_is_timed_to_nothing() {
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), scheduled(GHOUTA, VIGIL), merged(VIGIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "action-merged"));
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), scheduled(GHOUTA, VIGIL), merged(VIGIL), mergeUndone(VIGIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .events(timed(COUNCIL));
    }

    @Test
    void an_action_is_timed_to_one_session_at_a_time() {
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), scheduled(GHOUTA, VIGIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .events(timed(COUNCIL));
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), scheduled(GHOUTA, VIGIL), timed(COUNCIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .success()
                .noEvents();
        fixture.given()
                .events(
                        joined(PARIS),
                        announced(COUNCIL),
                        announced(SECURITY),
                        scheduled(GHOUTA, VIGIL),
                        timed(COUNCIL))
                .when()
                .command(time(PARIS, SECURITY))
                .then()
                .events(timed(SECURITY));
    }

    @Test
    void no_action_is_timed_to_a_cancelled_session_nor_one_that_is_not_there() {
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), cancelled(), scheduled(GHOUTA, VIGIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "session-cancelled"));
        fixture.given()
                .events(joined(PARIS), announced(COUNCIL), scheduled(new CoalitionId("aleppo"), VIGIL))
                .when()
                .command(time(PARIS, COUNCIL))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-action"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 731})
    void a_lead_time_is_up_to_two_years(int days) {
        assertThatThrownBy(() -> new AnnounceSession(GHOUTA, COUNCIL, PARIS, SITTING, days, NOW))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void a_session_ends_after_it_begins() {
        var backwards = sitting("2018-03-05T09:00:00Z", "2018-03-05T09:00:00Z");
        assertThatThrownBy(() -> announce(PARIS, backwards)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> move(PARIS, backwards)).isInstanceOf(Invalid.class);
    }
}
