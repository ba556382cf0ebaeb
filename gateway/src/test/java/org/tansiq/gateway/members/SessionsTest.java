package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SqliteSessions;

class SessionsTest {
    private static final PersonId MONA = new PersonId("mona");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOW;
    private SqliteSessions store;
    private Sessions sessions;

    @BeforeEach
    void open() {
        store = new SqliteSessions(folder.resolve("sessions.db"));
        sessions = new Sessions(store, new Clock() {
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
                return this;
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void the_store_knows_a_secret_by_its_hash_only() {
        var secret = sessions.begin(MONA, true);

        assertThat(store.find(secret)).isEmpty();
        assertThat(store.find(Secrets.hash(secret))).isPresent();
        assertThat(sessions.use(Secrets.hash(secret))).isEmpty();
    }

    @Test
    void a_session_lasts_fifteen_minutes_without_use() {
        var secret = sessions.begin(MONA, true);

        after(Duration.ofMinutes(15).minusMillis(1));
        assertThat(sessions.isOpen(Secrets.hash(secret))).isTrue();
        after(Duration.ofMillis(1));
        assertThat(sessions.isOpen(Secrets.hash(secret))).isFalse();
        assertThat(sessions.use(secret)).isEmpty();
        assertThat(sessions.of(MONA)).isEmpty();
    }

    @Test
    void use_keeps_it_open_for_eight_hours_and_no_longer() {
        var secret = sessions.begin(MONA, true);

        while (now.isBefore(NOW.plus(Duration.ofHours(8)))) {
            assertThat(sessions.use(secret)).isPresent();
            after(Duration.ofMinutes(10));
        }

        assertThat(sessions.use(secret)).isEmpty();
    }

    @Test
    void to_look_whether_it_is_open_is_no_use_of_it() {
        var secret = sessions.begin(MONA, true);

        after(Duration.ofMinutes(10));
        assertThat(sessions.isOpen(Secrets.hash(secret))).isTrue();
        after(Duration.ofMinutes(10));

        assertThat(sessions.isOpen(Secrets.hash(secret))).isFalse();
    }

    @Test
    void when_it_was_seen_is_written_once_a_minute() {
        var secret = sessions.begin(MONA, true);

        after(Duration.ofSeconds(59));
        assertThat(sessions.use(secret)).isPresent();
        assertThat(sessions.of(MONA).getFirst().seen()).isEqualTo(NOW);
        after(Duration.ofSeconds(1));
        assertThat(sessions.use(secret)).isPresent();
        assertThat(sessions.of(MONA).getFirst().seen()).isEqualTo(now);
    }

    @Test
    void what_has_ended_is_cleared_away_with_the_next_beginning() {
        var old = Secrets.hash(sessions.begin(MONA, true));
        after(Duration.ofMinutes(16));
        assertThat(store.find(old)).isPresent();

        var fresh = Secrets.hash(sessions.begin(MONA, true));

        assertThat(store.find(old)).isEmpty();
        assertThat(store.find(fresh)).isPresent();
    }
}
