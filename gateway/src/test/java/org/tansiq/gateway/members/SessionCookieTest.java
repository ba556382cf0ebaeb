package org.tansiq.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookieTest {
    private static final String SECRET = Secrets.fresh();

    private static String written(SessionCookie cookie) {
        var response = new MockHttpServletResponse();
        cookie.write(response, SECRET);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static SessionCookie with(String... settings) {
        var environment = new MockEnvironment();
        for (var setting : settings) {
            var parts = setting.split("=", 2);
            environment.setProperty(parts[0], parts[1]);
        }
        return new SessionCookie(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tansiq.web.proxy=https://tansiq.example",
                "server.ssl.key-store=keys.p12",
                "server.ssl.bundle=own"
            })
    void where_browsers_come_by_https_only_this_host_sets_it_and_only_https_carries_it(String setting) {
        assertThat(written(with(setting)))
                .startsWith("__Host-tansiq=" + SECRET)
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain", "Max-Age", "Expires");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tansiq.web.proxy=", "server.ssl.enabled=false", "server.port=1"})
    void without_it_the_name_is_plain(String setting) {
        assertThat(written(with(setting)))
                .startsWith("tansiq=" + SECRET)
                .contains("; Path=/", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure", "Domain", "Max-Age", "Expires");
    }

    @Test
    void what_is_no_secret_of_ours_is_not_read() {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("tansiq", "short"), new Cookie("other", SECRET));
        assertThat(with().read(request)).isEmpty();

        request.setCookies(new Cookie("tansiq", SECRET));
        assertThat(with().read(request)).contains(SECRET);
        assertThat(with("tansiq.web.proxy=https://tansiq.example").read(request))
                .isEmpty();
    }
}
