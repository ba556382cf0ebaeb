package org.tansiq.gateway.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.tansiq.gateway.shared.ProviderSettings;

/**
 * Asks the provider who somebody is: code flow with PKCE, state and nonce, and no more than {@code openid}, so that it tells
 * no name and no address. It is first spoken to when somebody wants to come in by it.
 */
@Component
@WhereThereIsAProvider
class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String NAME = "provider";
    private static final int RANDOM_BYTES = 32;
    /** Whoever does not answer would hold every thread that asks: for so long nobody does. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    /**
     * Whom the provider knows.
     *
     * @param id a hash of the provider and of its name for them
     * @param bothFactors whether they showed the provider more than one factor (RFC 8176)
     */
    record Known(String id, boolean bothFactors) {}

    private final Client client;
    private final OidcAuthorizationCodeAuthenticationProvider spring;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private volatile @Nullable ClientRegistration registration;
    private volatile Instant leftAloneUntil = Instant.MIN;

    Provider(ProviderSettings settings, Clock clock) {
        this.clock = clock;
        client = Client.of(settings);
        var users = new OidcUserService();
        users.setRetrieveUserInfo(request -> false);
        spring = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), users);
    }

    /** @param back where the provider sends the browser back to */
    Optional<OAuth2AuthorizationRequest> ask(String back) {
        if (clock.instant().isBefore(leftAloneUntil)) {
            return Optional.empty();
        }
        try {
            var nonce = secret();
            var request = OAuth2AuthorizationRequest.authorizationCode()
                    .clientId(client.id())
                    .authorizationUri(Objects.requireNonNull(
                            registration().getProviderDetails().getAuthorizationUri()))
                    .redirectUri(back)
                    .scope(OidcScopes.OPENID)
                    .state(secret())
                    .attributes(kept -> kept.put(OidcParameterNames.NONCE, nonce))
                    .additionalParameters(sent -> sent.put(
                            OidcParameterNames.NONCE,
                            Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(nonce))));
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
            return Optional.of(request.build());
        } catch (RuntimeException failure) {
            leftAloneUntil = clock.instant().plus(LEFT_ALONE);
            LOG.warn("The provider could not be asked: {}", failure.getClass().getName());
            return Optional.empty();
        }
    }

    /** Whoever came back, when what they brought answers what was asked. */
    Optional<Known> answer(OAuth2AuthorizationRequest asked, String state, String code) {
        try {
            var answer = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(String.valueOf(asked.getRedirectUri()))
                    .state(state)
                    .build();
            var who = spring.authenticate(
                    new OAuth2LoginAuthenticationToken(registration(), new OAuth2AuthorizationExchange(asked, answer)));
            return who != null && who.getPrincipal() instanceof OidcUser user
                    ? Optional.of(known(user))
                    : Optional.empty();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "What the provider answered does not count: {}",
                    failure.getClass().getName());
            return Optional.empty();
        }
    }

    private Known known(OidcUser user) {
        var id = HexFormat.of().formatHex(sha256(client.issuer() + "\n" + user.getSubject()));
        var methods = user.getIdToken().getAuthenticationMethods();
        return new Known(id, methods != null && List.copyOf(methods).contains("mfa"));
    }

    private ClientRegistration registration() {
        var known = registration;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(client.issuer())
                    .registrationId(NAME)
                    .clientId(client.id())
                    .clientSecret(client.secret())
                    .scope(OidcScopes.OPENID)
                    .build();
            registration = known;
        }
        return known;
    }

    private String secret() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
