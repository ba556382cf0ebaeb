package org.tansiq.infra.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @ValueSource(strings = {"", "vigil", "é", "تنسيق", "漢字", "🕯 and حمص", "\u007f\u0080\u07ff\u0800\uffff"})
    void text_is_as_long_as_its_bytes_and_comes_back(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.length(text)).isEqualTo(bytes.length);
        assertThat(Utf8.text(bytes)).isEqualTo(text);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThatThrownBy(() -> Utf8.text(new byte[] {'"', (byte) 0xC3, '"'}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
