package org.tansiq.gateway.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Another place that knows people and says who they are, by OpenID Connect. There is none unless it is named.
 *
 * @param issuer its address, as it names itself
 * @param client by what it knows this server
 * @param secretFile a file that holds what this server shows it, and nothing else
 */
@ConfigurationProperties("tansiq.provider")
public record ProviderSettings(
        @Nullable String issuer,
        @Nullable String client,
        @Nullable Path secretFile) {
    public ProviderSettings {
        issuer = issuer == null || issuer.isBlank() ? null : issuer.strip();
    }

    public boolean isThere() {
        return issuer != null;
    }
}
