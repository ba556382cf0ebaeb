package org.tansiq.gateway.shared;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the server is reached.
 *
 * @param proxy where people find it when TLS ends before it: {@code https://host}, and nothing after that
 * @param origins of other sites' pages that may open sockets, each exactly as browsers send it
 * @param site where people find it by a name: {@code https://host}; without it there are no passkeys
 */
@ConfigurationProperties("tansiq.web")
public record WebSettings(
        @Nullable String proxy,
        @DefaultValue List<String> origins,
        @Nullable String site) {
    public WebSettings {
        proxy = proxy == null || proxy.isBlank() ? null : proxy.strip();
        site = site == null || site.isBlank() ? null : site.strip();
    }

    /** All origins but the request's own. */
    public List<String> allOrigins() {
        return Stream.concat(Stream.ofNullable(proxy), origins.stream())
                .filter(origin -> !origin.isBlank())
                .toList();
    }
}
