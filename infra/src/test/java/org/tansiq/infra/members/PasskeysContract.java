package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;

/** What every store of passkeys keeps to. */
abstract class PasskeysContract {
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00.123Z");

    private Passkeys passkeys;

    abstract Passkeys open();

    @BeforeEach
    void begin() {
        passkeys = open();
    }

    @AfterEach
    void end() {
        passkeys.close();
    }

    private static Passkey passkey(String id, PersonId person, long counter, Instant made) {
        return new Passkey(
                id,
                person,
                "هاتفي",
                "key",
                "att",
                "data",
                counter,
                true,
                false,
                List.of("usb", "internal"),
                made,
                made);
    }

    @Test
    void a_passkey_is_found_by_its_id_and_its_person() {
        var second = passkey("a", MONA, 0, NOW.plusSeconds(1));
        var first = passkey("b", MONA, 7, NOW);
        var other = passkey("c", ADAM, 0, NOW);
        for (var one : List.of(second, first, other)) {
            assertThat(passkeys.add(one)).isTrue();
        }

        assertThat(passkeys.find("b")).contains(first);
        assertThat(passkeys.find("d")).isEmpty();
        assertThat(passkeys.of(MONA)).containsExactly(first, second);
        assertThat(passkeys.of(new PersonId("nobody"))).isEmpty();
    }

    @Test
    void a_credential_belongs_to_one_person() {
        var first = passkey("a", MONA, 0, NOW);
        assertThat(passkeys.add(first)).isTrue();

        assertThat(passkeys.add(passkey("a", ADAM, 0, NOW))).isFalse();

        assertThat(passkeys.find("a")).contains(first);
    }

    @Test
    void a_counter_grows_where_the_device_counts() {
        assertThat(passkeys.add(passkey("counts", MONA, 7, NOW))).isTrue();
        assertThat(passkeys.add(passkey("counts-not", MONA, 0, NOW))).isTrue();
        var later = NOW.plusSeconds(60);

        assertThat(passkeys.use("counts", 7, later)).isFalse();
        assertThat(passkeys.use("counts", 0, later)).isFalse();
        assertThat(passkeys.find("counts").orElseThrow().used()).isEqualTo(NOW);
        assertThat(passkeys.use("counts", 9, later)).isTrue();
        assertThat(passkeys.use("counts", 8, later)).isFalse();
        assertThat(passkeys.use("counts-not", 0, later)).isTrue();
        assertThat(passkeys.use("counts-not", 0, later)).isTrue();
        assertThat(passkeys.use("unknown", 1, later)).isFalse();

        assertThat(passkeys.find("counts").orElseThrow().counter()).isEqualTo(9);
        assertThat(passkeys.find("counts-not").orElseThrow().used()).isEqualTo(later);
    }

    @Test
    void its_person_removes_one_or_all() {
        for (var id : List.of("a", "b", "c")) {
            assertThat(passkeys.add(passkey(id, MONA, 0, NOW))).isTrue();
        }
        assertThat(passkeys.add(passkey("d", ADAM, 0, NOW))).isTrue();

        assertThat(passkeys.remove(ADAM, "a")).isFalse();
        assertThat(passkeys.remove(MONA, "a")).isTrue();
        assertThat(passkeys.remove(MONA, "a")).isFalse();
        assertThat(passkeys.of(MONA)).hasSize(2);
        passkeys.removeAll(MONA);
        assertThat(passkeys.of(MONA)).isEmpty();
        assertThat(passkeys.of(ADAM)).hasSize(1);
    }
}
