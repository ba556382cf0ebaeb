package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;

/** What every store of identities keeps to. */
abstract class IdentitiesContract {
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00.123Z");

    private Identities identities;

    abstract Identities open();

    @BeforeEach
    void begin() {
        identities = open();
    }

    @AfterEach
    void end() {
        identities.close();
    }

    @Test
    void an_identity_is_one_person_s() {
        var first = new Identity("i1", MONA, NOW);
        assertThat(identities.link(first)).isTrue();

        assertThat(identities.link(new Identity("i1", ADAM, NOW))).isFalse();

        assertThat(identities.find("i1")).contains(first);
        assertThat(identities.of(MONA)).contains(first);
        assertThat(identities.of(ADAM)).isEmpty();
        assertThat(identities.find("i2")).isEmpty();
    }

    @Test
    void a_person_has_one_identity() {
        var second = new Identity("i2", MONA, NOW.plusSeconds(1));
        assertThat(identities.link(new Identity("i1", MONA, NOW))).isTrue();
        assertThat(identities.link(second)).isTrue();

        assertThat(identities.find("i1")).isEmpty();
        assertThat(identities.of(MONA)).contains(second);
        assertThat(identities.link(second)).isTrue();
        assertThat(identities.link(new Identity("i1", ADAM, NOW))).isTrue();
    }

    @Test
    void what_is_unlinked_is_nobody_s() {
        assertThat(identities.link(new Identity("i1", MONA, NOW))).isTrue();
        assertThat(identities.unlink(ADAM)).isFalse();

        assertThat(identities.unlink(MONA)).isTrue();

        assertThat(identities.unlink(MONA)).isFalse();
        assertThat(identities.find("i1")).isEmpty();
    }
}
