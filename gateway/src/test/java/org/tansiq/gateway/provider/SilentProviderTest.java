package org.tansiq.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.gateway.shared.ProviderSettings;

class SilentProviderTest {
    private static final String BACK = "https://tansiq.example/sign-in/provider/back";

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2018-02-19T10:00:00Z");

    private final Clock clock = new Clock() {
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
    };

    @Test
    void a_provider_that_fails_is_left_alone_for_a_while() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                exchange.sendResponseHeaders(500, -1);
            }
        });
        server.start();
        try {
            var provider = new Provider(
                    new ProviderSettings(
                            "http://127.0.0.1:" + server.getAddress().getPort(),
                            "tansiq",
                            Files.writeString(folder.resolve("secret"), "a secret of ours")),
                    clock);
            assertThat(asked).as("not before somebody wants it").hasValue(0);

            assertThat(provider.ask(BACK)).isEmpty();
            var first = asked.get();
            assertThat(first).isPositive();
            now = now.plusSeconds(9);
            assertThat(provider.ask(BACK)).isEmpty();
            assertThat(asked).hasValue(first);
            now = now.plusSeconds(1);
            assertThat(provider.ask(BACK)).isEmpty();
            assertThat(asked).hasValueGreaterThan(first);
        } finally {
            server.stop(0);
        }
    }
}
