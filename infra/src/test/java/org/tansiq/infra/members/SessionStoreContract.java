package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;

/** What every store of sessions keeps to. */
abstract class SessionStoreContract {
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    private SessionStore sessions;

    /** Opens the same store again and again within one test; it is empty when a test begins. */
    abstract SessionStore open();

    @BeforeEach
    void begin() {
        sessions = open();
    }

    @AfterEach
    void end() {
        sessions.close();
    }

    private Session added(String id, PersonId person, Instant made) {
        var session = new Session(id, person, made, made, !id.equals("half"));
        sessions.add(session);
        return session;
    }

    @Test
    void a_session_is_found_as_it_was_made_and_no_other_is() {
        var whole = added("s1", MONA, NOW);
        var half = added("half", MONA, NOW);

        assertThat(sessions.find("s1")).contains(whole);
        assertThat(sessions.find("half")).contains(half);
        assertThat(sessions.find("s2")).isEmpty();
    }

    @Test
    void a_second_node_and_a_later_start_find_it_too() {
        var session = added("s1", MONA, NOW);
        try (var other = open()) {
            assertThat(other.find("s1")).contains(session);
            assertThat(other.end(MONA, "s1")).isTrue();
            assertThat(sessions.find("s1")).isEmpty();
        }
    }

    @Test
    void when_it_was_seen_moves_on_and_never_back() {
        var session = added("s1", MONA, NOW);

        sessions.seen("s1", NOW.plusSeconds(60));
        sessions.seen("s1", NOW.plusSeconds(30));
        sessions.seen("s2", NOW);

        assertThat(sessions.find("s1")).contains(new Session("s1", MONA, session.made(), NOW.plusSeconds(60), true));
        assertThat(sessions.find("s2")).isEmpty();
    }

    @Test
    void a_person_s_own_are_listed_the_latest_first() {
        var first = added("s1", MONA, NOW);
        var second = added("s2", MONA, NOW.plusSeconds(1));
        var unused = added("s3", ADAM, NOW);

        assertThat(sessions.of(MONA)).containsExactly(second, first);
        assertThat(sessions.of(new PersonId("nobody"))).isEmpty();
    }

    @Test
    void one_is_ended_by_its_own_person_only() {
        var session = added("s1", MONA, NOW);

        assertThat(sessions.end(ADAM, "s1")).isFalse();
        assertThat(sessions.find("s1")).contains(session);
        assertThat(sessions.end(MONA, "s1")).isTrue();
        assertThat(sessions.find("s1")).isEmpty();
        assertThat(sessions.end(MONA, "s1")).isFalse();
    }

    @Test
    void all_of_a_person_end_or_all_but_one() {
        var unused = added("s1", MONA, NOW);
        var kept = added("s2", MONA, NOW);
        var others = added("s3", ADAM, NOW);

        sessions.endAll(MONA, "s2");
        assertThat(sessions.of(MONA)).containsExactly(kept);
        sessions.endAll(MONA, null);
        assertThat(sessions.of(MONA)).isEmpty();
        assertThat(sessions.of(ADAM)).containsExactly(others);
    }

    @Test
    void what_is_old_or_unused_is_forgotten() {
        var old = added("old", MONA, NOW.minusSeconds(100));
        sessions.seen(old.id(), NOW);
        var unused = added("unused", MONA, NOW.minusSeconds(50));
        var fresh = added("fresh", MONA, NOW);

        sessions.clear(NOW.minusSeconds(99), NOW.minusSeconds(49));

        assertThat(sessions.of(MONA)).containsExactly(fresh).doesNotContain(unused);
    }
}
