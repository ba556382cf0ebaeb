package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Role;

class RecentlyVerifiedTest {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final SignedIn MONA =
            new SignedIn(new PersonId("p1"), new OrganizationId("berlin"), Role.MEMBER, "mona");

    private final AtomicInteger verifications = new AtomicInteger();
    private Instant now = NOW;
    private final RecentlyVerified recently = new RecentlyVerified(new Clock() {
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

    private Optional<SignedIn> right() {
        verifications.incrementAndGet();
        return Optional.of(MONA);
    }

    private Optional<SignedIn> wrong() {
        verifications.incrementAndGet();
        return Optional.empty();
    }

    @Test
    void what_was_right_is_remembered_for_a_minute() {
        assertThat(recently.verify("mona", "secret", this::right)).contains(MONA);
        now = NOW.plusSeconds(59);
        assertThat(recently.verify("MONA", "secret", this::right)).contains(MONA);
        assertThat(verifications).hasValue(1);

        now = NOW.plusSeconds(60);
        assertThat(recently.verify("mona", "secret", this::right)).contains(MONA);
        assertThat(verifications).hasValue(2);
    }

    @Test
    void what_was_wrong_is_not_remembered() {
        assertThat(recently.verify("mona", "guess", this::wrong)).isEmpty();
        assertThat(recently.verify("mona", "guess", this::wrong)).isEmpty();
        assertThat(verifications).hasValue(2);
    }

    @Test
    void another_password_or_login_is_not_the_one_remembered() {
        assertThat(recently.verify("mona", "secret", this::right)).contains(MONA);

        assertThat(recently.verify("mona", "Secret", this::wrong)).isEmpty();
        assertThat(recently.verify("monas", "ecret", this::wrong)).isEmpty();
    }

    @Test
    void a_changed_password_is_forgotten_at_once() {
        assertThat(recently.verify("mona", "secret", this::right)).contains(MONA);

        recently.forget(MONA.person());

        assertThat(recently.verify("mona", "secret", this::wrong)).isEmpty();
    }

    @Test
    void a_verification_that_a_change_overtakes_is_not_remembered() {
        assertThat(recently.verify("mona", "secret", () -> {
                    recently.forget(MONA.person());
                    return Optional.of(MONA);
                }))
                .contains(MONA);

        assertThat(recently.verify("mona", "secret", this::wrong)).isEmpty();
    }

    @Test
    void many_who_ask_the_same_at_once_wait_for_one_verification() throws Exception {
        var others = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asking = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Optional<SignedIn>>) () -> recently.verify("mona", "secret", () -> {
                        verifications.incrementAndGet();
                        await(others);
                        return Optional.of(MONA);
                    }))
                    .map(threads::submit)
                    .toList();
            while (verifications.get() == 0) {
                Thread.onSpinWait();
            }
            others.countDown();
            for (var answer : asking) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).contains(MONA);
            }
        }
        assertThat(verifications).hasValue(1);
    }

    @Test
    void a_verification_that_fails_is_tried_again() {
        assertThatThrownBy(() -> recently.verify("mona", "secret", () -> {
                    throw new IllegalStateException("busy");
                }))
                .hasMessage("busy");

        assertThat(recently.verify("mona", "secret", this::right)).contains(MONA);
    }

    @Test
    void it_remembers_no_more_than_its_limit() {
        for (var i = 0; i <= RecentlyVerified.KEPT_MAX; i++) {
            assertThat(recently.verify("login" + i, "secret", this::right)).contains(MONA);
        }
        verifications.set(0);

        assertThat(recently.verify("login" + RecentlyVerified.KEPT_MAX, "secret", this::right))
                .contains(MONA);
        assertThat(verifications).hasValue(0);
        assertThat(recently.verify("login0", "secret", this::right)).contains(MONA);
        assertThat(verifications).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
