package org.tansiq.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    @Test
    void an_identifier_is_its_text() {
        assertThat(new CoalitionId("ghouta")).hasToString("ghouta");
        assertThat(new CoalitionId("x".repeat(Id.LENGTH_MAX)).value()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "a\ud83d"})
    void what_is_no_text_is_no_identifier(String value) {
        assertThatThrownBy(() -> new CoalitionId(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_longer_one_is_none() {
        assertThatThrownBy(() -> new CoalitionId("x".repeat(Id.LENGTH_MAX + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
