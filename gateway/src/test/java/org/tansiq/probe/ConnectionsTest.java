package org.tansiq.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100007F:1F90",
                "0101007F:0050",
                "00000000:0000",
                "00000000000000000000000001000000:1F90",
                "0000000000000000FFFF00000100007F:1F90",
                "00000000000000000000000000000000:0000"
            })
    void loopback_and_listening_are_near(String end) {
        assertThat(Connections.isNear(end)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0F02000A:01BB",
                "08080808:0035",
                "B80D01200000000000000000010000AA:01BB",
                "0000000000000000FFFF00000F02000A:01BB"
            })
    void everything_else_is_outside(String end) {
        assertThat(Connections.isNear(end)).isFalse();
    }
}
