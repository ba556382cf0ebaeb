package org.tansiq.domain.sessions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.Scene.*;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.axonframework.test.fixture.AxonTestFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.Scene;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.NotFound;
import org.tansiq.domain.shared.Text;

class ImportingSessionsTest {
    private static final SessionId COUNCIL = new SessionId("council-37");
    private static final Sitting FIRST = sitting("2018-02-26T09:00:00Z");
    private static final Sitting SECOND = sitting("2018-03-05T09:00:00Z");
    private static final Sitting THIRD = sitting("2018-03-12T09:00:00Z");

    private final AxonTestFixture fixture = AxonTestFixture.with(
            SessionsModule.register(Scene.configurer()), AxonTestFixture.Customization::disableAxonServer);

    @AfterEach
    void stop() {
        fixture.stop();
    }

    private static Sitting sitting(String from) {
        return new Sitting(
                Text.of("en", "Human Rights Council"),
                Text.of("en", "37th session"),
                Text.of("en", "Geneva"),
                ZoneId.of("Europe/Zurich"),
                Instant.parse(from),
                Instant.parse("2018-03-23T17:00:00Z"));
    }

    private static ImportSession says(Sitting sitting, int sequence) {
        return new ImportSession(GHOUTA, COUNCIL, PARIS, sitting, false, 21, sequence, NOW);
    }

    private static ImportSession callsOff(int sequence) {
        return new ImportSession(GHOUTA, COUNCIL, PARIS, FIRST, true, 21, sequence, NOW);
    }

    private static SessionAnnounced announced() {
        return new SessionAnnounced(GHOUTA, COUNCIL, PARIS, FIRST, 21, NOW);
    }

    private static SessionImported imported(int sequence) {
        return new SessionImported(GHOUTA, COUNCIL, PARIS, sequence, NOW);
    }

    private static SessionMoved moved(Sitting to) {
        return new SessionMoved(GHOUTA, COUNCIL, PARIS, to, NOW);
    }

    private static SessionCancelled cancelled() {
        return new SessionCancelled(GHOUTA, COUNCIL, PARIS, new Text(Map.of()), NOW);
    }

    private void writes(ImportSession command, Object[] given, Object... events) {
        var then = fixture.given().events(given).when().command(command).then().success();
        if (events.length == 0) {
            then.noEvents();
        } else {
            then.events(events);
        }
    }

    private static Object[] given(Object... events) {
        return events;
    }

    @Test
    void a_member_takes_a_new_session_from_a_calendar() {
        writes(says(FIRST, 4), given(joined(PARIS)), announced(), imported(4));
    }

    @Test
    void an_outsider_takes_none() {
        fixture.given()
                .events(joined(BERLIN))
                .when()
                .command(says(FIRST, 0))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-coalition"));
    }

    @Test
    void the_same_again_changes_nothing_also_under_a_higher_number() {
        writes(says(FIRST, 4), given(joined(PARIS), announced(), imported(4)));
        writes(says(FIRST, 9), given(joined(PARIS), announced(), imported(4)));
    }

    @Test
    void what_moved_is_moved_by_the_same_number_or_a_higher_one_and_not_by_a_lower_one() {
        var given = given(joined(PARIS), announced(), imported(4));
        writes(says(SECOND, 4), given, moved(SECOND), imported(4));
        writes(says(SECOND, 5), given, moved(SECOND), imported(5));
        writes(says(SECOND, 3), given);
    }

    @Test
    void what_members_changed_by_hand_stays_until_the_calendar_says_something_else() {
        var given = given(joined(PARIS), announced(), imported(4), moved(SECOND));
        writes(says(FIRST, 4), given);
        writes(says(SECOND, 5), given);
        writes(says(THIRD, 4), given, moved(THIRD), imported(4));
    }

    @Test
    void what_is_cancelled_is_cancelled_once_and_what_never_was_here_is_not() {
        writes(callsOff(5), given(joined(PARIS), announced(), imported(4)), cancelled(), imported(5));
        writes(callsOff(3), given(joined(PARIS), announced(), imported(4)));
        writes(callsOff(5), given(joined(PARIS), announced(), imported(4), cancelled(), imported(5)));
        writes(callsOff(5), given(joined(PARIS)));
    }

    @Test
    void one_that_was_entered_by_hand_is_changed_too() {
        writes(says(FIRST, 0), given(joined(PARIS), announced()));
        writes(says(SECOND, 0), given(joined(PARIS), announced()), moved(SECOND), imported(0));
    }

    @Test
    void one_that_was_cancelled_stays_so() {
        fixture.given()
                .events(joined(PARIS), announced(), imported(4), cancelled(), imported(5))
                .when()
                .command(says(FIRST, 6))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(Conflict.class, "session-cancelled"));
        writes(says(FIRST, 4), given(joined(PARIS), announced(), imported(4), cancelled()));
    }

    @Test
    void a_session_of_another_coalition_does_not_exist_in_this_one() {
        fixture.given()
                .events(joined(PARIS), new SessionAnnounced(new CoalitionId("aleppo"), COUNCIL, PARIS, FIRST, 21, NOW))
                .when()
                .command(says(SECOND, 0))
                .then()
                .noEvents()
                .exceptionSatisfies(refusedAs(NotFound.class, "no-such-session"));
    }

    @Test
    void what_it_says_is_measured() {
        assertThatThrownBy(() -> new ImportSession(GHOUTA, COUNCIL, PARIS, FIRST, false, 731, 0, NOW))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> says(sitting("2018-03-23T17:00:00Z"), 0)).isInstanceOf(Invalid.class);
    }
}
