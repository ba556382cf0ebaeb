package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.PersonId;

/** What every store of second factors keeps to. */
abstract class SecondFactorsContract {
    private static final PersonId MONA = new PersonId("mona");
    private static final PersonId ADAM = new PersonId("adam");

    private SecondFactors factors;

    abstract SecondFactors open();

    @BeforeEach
    void begin() {
        factors = open();
    }

    @AfterEach
    void end() {
        factors.close();
    }

    private void confirmed(PersonId person) {
        assertThat(factors.begin(SecondFactor.begun(person, "secret"))).isTrue();
        assertThat(factors.confirm(person, "secret", 10, List.of("a", "b"))).isTrue();
    }

    @Test
    void what_is_begun_may_be_begun_anew_until_it_is_confirmed() {
        assertThat(factors.find(MONA)).isEmpty();
        assertThat(factors.begin(SecondFactor.begun(MONA, "first"))).isTrue();
        assertThat(factors.begin(SecondFactor.begun(MONA, "second"))).isTrue();
        assertThat(factors.find(MONA)).contains(SecondFactor.begun(MONA, "second"));
        assertThat(factors.confirm(MONA, "first", 10, List.of())).isFalse();

        assertThat(factors.confirm(MONA, "second", 10, List.of("b", "a"))).isTrue();

        var whole = new SecondFactor(MONA, "second", true, 10, List.of("a", "b"));
        assertThat(factors.find(MONA)).contains(whole);
        assertThat(factors.confirm(MONA, "second", 11, List.of("c"))).isFalse();
        assertThat(factors.begin(SecondFactor.begun(MONA, "third"))).isFalse();
        assertThat(factors.find(MONA)).contains(whole);
        assertThat(factors.find(ADAM)).isEmpty();
    }

    @Test
    void who_is_erased_has_no_factor_and_no_code() {
        confirmed(MONA);
        confirmed(ADAM);

        factors.remove(MONA);
        factors.remove(MONA);

        assertThat(factors.find(MONA)).isEmpty();
        assertThat(factors.useStep(MONA, 12)).isFalse();
        assertThat(factors.useRecovery(MONA, "a")).isFalse();
        assertThat(factors.useRecovery(ADAM, "a")).isTrue();
    }

    @Test
    void a_step_is_used_once_and_none_before_it() {
        confirmed(MONA);
        confirmed(ADAM);

        assertThat(factors.useStep(MONA, 10)).isFalse();
        assertThat(factors.useStep(MONA, 12)).isTrue();
        assertThat(factors.useStep(MONA, 12)).isFalse();
        assertThat(factors.useStep(MONA, 11)).isFalse();
        assertThat(factors.useStep(MONA, 13)).isTrue();
        assertThat(factors.useStep(ADAM, 11)).isTrue();
    }

    @Test
    void what_is_not_confirmed_opens_nothing() {
        assertThat(factors.begin(SecondFactor.begun(MONA, "secret"))).isTrue();

        assertThat(factors.useStep(MONA, 10)).isFalse();
        assertThat(factors.useRecovery(MONA, "a")).isFalse();
    }

    @Test
    void a_recovery_code_is_used_once_by_its_own_person() {
        confirmed(MONA);

        assertThat(factors.useRecovery(ADAM, "a")).isFalse();
        assertThat(factors.useRecovery(MONA, "c")).isFalse();
        assertThat(factors.useRecovery(MONA, "a")).isTrue();
        assertThat(factors.useRecovery(MONA, "a")).isFalse();
        assertThat(factors.find(MONA).orElseThrow().recovery()).containsExactly("b");
    }

    @Test
    void a_second_node_sees_what_is_used() {
        confirmed(MONA);
        try (var other = open()) {
            assertThat(other.useStep(MONA, 11)).isTrue();
            assertThat(factors.useStep(MONA, 11)).isFalse();
        }
    }

    @Test
    void new_recovery_codes_take_the_place_of_the_old_ones() {
        assertThat(factors.renewRecovery(MONA, List.of("c"))).isFalse();
        assertThat(factors.begin(SecondFactor.begun(MONA, "secret"))).isTrue();
        assertThat(factors.renewRecovery(MONA, List.of("c"))).isFalse();
        assertThat(factors.confirm(MONA, "secret", 10, List.of("a", "b"))).isTrue();

        assertThat(factors.renewRecovery(MONA, List.of("c", "a"))).isTrue();

        assertThat(factors.find(MONA)).contains(new SecondFactor(MONA, "secret", true, 10, List.of("a", "c")));
        assertThat(factors.useRecovery(MONA, "b")).isFalse();
    }

    @Test
    void the_next_secret_counts_once_it_is_confirmed_in_the_session_that_prepared_it() {
        confirmed(MONA);
        factors.prepare(MONA, "here", "first");
        factors.prepare(MONA, "here", "second");
        assertThat(factors.prepared(MONA, "here")).contains("second");
        assertThat(factors.prepared(MONA, "there")).isEmpty();
        assertThat(factors.prepared(ADAM, "here")).isEmpty();
        assertThat(factors.find(MONA).orElseThrow().secret()).isEqualTo("secret");

        assertThat(factors.replace(MONA, "there", "second", 20, List.of("c"))).isFalse();
        assertThat(factors.replace(MONA, "here", "first", 20, List.of("c"))).isFalse();
        assertThat(factors.find(MONA)).contains(new SecondFactor(MONA, "secret", true, 10, List.of("a", "b")));
        factors.prepare(MONA, "here", "second");
        assertThat(factors.replace(MONA, "here", "second", 20, List.of("c"))).isTrue();

        assertThat(factors.find(MONA)).contains(new SecondFactor(MONA, "second", true, 20, List.of("c")));
        assertThat(factors.prepared(MONA, "here")).isEmpty();
        assertThat(factors.replace(MONA, "here", "second", 21, List.of())).isFalse();
    }

    @Test
    void nothing_is_prepared_for_whoever_has_nothing_to_replace() {
        factors.prepare(MONA, "here", "first");

        assertThat(factors.prepared(MONA, "here")).isEmpty();
        assertThat(factors.replace(MONA, "here", "first", 20, List.of())).isFalse();
        assertThat(factors.find(MONA)).isEmpty();
    }

    @Test
    void what_is_removed_opens_nothing_and_may_be_begun_anew() {
        confirmed(MONA);
        confirmed(ADAM);
        factors.prepare(MONA, "here", "next");

        factors.remove(MONA);

        assertThat(factors.find(MONA)).isEmpty();
        assertThat(factors.useStep(MONA, 11)).isFalse();
        assertThat(factors.useRecovery(MONA, "a")).isFalse();
        assertThat(factors.replace(MONA, "here", "next", 20, List.of())).isFalse();
        assertThat(factors.find(ADAM)).isPresent();
        assertThat(factors.begin(SecondFactor.begun(MONA, "anew"))).isTrue();
    }
}
