package org.tansiq.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private Instant now = Instant.parse("2018-02-19T10:00:00Z");

    private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), new Clock() {
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

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void so_many_go_through_and_the_next_waits_until_the_first_is_long_enough_ago() {
        assertThat(limit.take("mona")).isZero();
        later(10);
        assertThat(limit.take("mona")).isZero();
        assertThat(limit.take("mona")).isZero();
        later(20);

        assertThat(limit.take("mona")).isEqualTo(Duration.ofSeconds(30));
        later(29);
        assertThat(limit.take("mona")).isEqualTo(Duration.ofSeconds(1));
        later(1);
        assertThat(limit.take("mona")).isZero();
        assertThat(limit.take("mona")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everybody_has_their_own() {
        for (var i = 0; i < 3; i++) {
            assertThat(limit.take("mona")).isZero();
        }

        assertThat(limit.take("mona")).isPositive();
        assertThat(limit.take("adam")).isZero();
    }

    @Test
    void who_is_refused_waits_no_longer_for_having_asked() {
        for (var i = 0; i < 50; i++) {
            limit.take("mona");
        }
        later(60);

        assertThat(limit.take("mona")).isZero();
    }

    @Test
    void nobody_is_remembered_longer_than_a_minute() {
        limit.take("mona");
        later(30);
        limit.take("adam");
        assertThat(limit.remembered()).isEqualTo(2);

        later(30);
        limit.forgetOld();
        assertThat(limit.remembered()).isEqualTo(1);
        later(30);
        limit.forgetOld();
        assertThat(limit.remembered()).isZero();
    }
}
