package org.tansiq.gateway.passkeys;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.problems.ProblemException;
import org.tansiq.gateway.problems.WebProblem;
import org.tansiq.gateway.shared.Asked;
import org.tansiq.gateway.shared.WebSettings;
import org.tansiq.infra.members.Accounts;
import org.tansiq.infra.members.Passkeys;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn: a key is made, and a key is used. Each time the device has to make sure who holds it, by a
 * finger, a face or a PIN; so a passkey is something that one has and something that one is or knows.
 */
@Component
@WhereThereIsASite
class Ceremonies {
    private final Passkeys passkeys;
    private final Webauthn4JRelyingPartyOperations spring;
    private final Asked<PublicKeyCredentialCreationOptions> made;
    private final Asked<PublicKeyCredentialRequestOptions> used;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremonies(WebSettings web, Accounts accounts, Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        var site = Site.of(String.valueOf(web.site()));
        spring = new Webauthn4JRelyingPartyOperations(
                new People(accounts),
                new Credentials(passkeys, clock),
                PublicKeyCredentialRpEntity.builder()
                        .id(site.host())
                        .name(site.host())
                        .build(),
                Set.of(site.origin()));
        spring.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        spring.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        made = new Asked<>(clock);
        used = new Asked<>(clock);
    }

    /** @return what a browser's {@code navigator.credentials.create} is asked, as JSON */
    String askForNew(String session, PersonId person) {
        var who = UsernamePasswordAuthenticationToken.authenticated(person.value(), null, Set.of());
        var options = spring.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
        made.put(session, options);
        return json.writeValueAsString(options);
    }

    /**
     * Keeps a new passkey.
     *
     * @param answer of the browser, as JSON
     * @throws ProblemException {@code bad-passkey} when it does not answer what was asked in this session
     */
    void add(String session, String label, String answer) {
        var options = made.take(session).orElseThrow(Ceremonies::bad);
        try {
            var credential = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            spring.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    options, new RelyingPartyPublicKey(credential, label)));
        } catch (RuntimeException wrong) {
            throw bad();
        }
    }

    /** @return what a browser's {@code navigator.credentials.get} is asked, as JSON */
    String askForOne(String browser) {
        var options =
                spring.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        used.put(browser, options);
        return json.writeValueAsString(options);
    }

    /**
     * Whose passkey it is.
     *
     * @throws ProblemException {@code bad-passkey} when it does not answer what this browser was asked
     */
    PersonId whose(String browser, String answer) {
        var options = used.take(browser).orElseThrow(Ceremonies::bad);
        var credential = read(answer);
        if (passkeys.find(credential.getRawId().toBase64UrlString()).isEmpty()) {
            throw bad();
        }
        try {
            var user = spring.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
            return People.person(user.getId());
        } catch (RuntimeException wrong) {
            throw bad();
        }
    }

    private PublicKeyCredential<AuthenticatorAssertionResponse> read(String answer) {
        try {
            var credential =
                    json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            Objects.requireNonNull(credential.getRawId());
            return credential;
        } catch (RuntimeException unreadable) {
            throw bad();
        }
    }

    private static ProblemException bad() {
        return new ProblemException(WebProblem.BAD_PASSKEY);
    }
}
