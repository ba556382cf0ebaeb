package org.tansiq.gateway.passkeys;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.tansiq.infra.members.Passkey;
import org.tansiq.infra.members.Passkeys;

/** The store of passkeys, as Spring asks for it. */
final class Credentials implements UserCredentialRepository {
    private final Passkeys passkeys;
    private final Clock clock;

    Credentials(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /**
     * A new one, or one that was used.
     *
     * @throws IllegalStateException when another person has it, or when it is a copy
     */
    @Override
    public void save(CredentialRecord credential) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = credential.getCredentialId().toBase64UrlString();
        var kept = passkeys.find(id).isPresent()
                ? passkeys.use(id, credential.getSignatureCount(), now)
                : passkeys.add(new Passkey(
                        id,
                        People.person(credential.getUserEntityUserId()),
                        credential.getLabel(),
                        text(new Bytes(credential.getPublicKey().getBytes())),
                        text(credential.getAttestationObject()),
                        text(credential.getAttestationClientDataJSON()),
                        credential.getSignatureCount(),
                        credential.isBackupEligible(),
                        credential.isBackupState(),
                        credential.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toList(),
                        now,
                        now));
        if (!kept) {
            throw new IllegalStateException("This passkey is a copy, or another person's.");
        }
    }

    private static String text(@Nullable Bytes bytes) {
        return Objects.requireNonNull(bytes).toBase64UrlString();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.find(id.toBase64UrlString())
                .map(Credentials::credential)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return passkeys.of(People.person(user)).stream()
                .map(Credentials::credential)
                .toList();
    }

    private static CredentialRecord credential(Passkey passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.id()))
                .userEntityUserId(People.id(passkey.person()))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .signatureCount(passkey.counter())
                .uvInitialized(true)
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backedUp())
                .transports(passkey.transports().stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .attestationObject(Bytes.fromBase64(passkey.attestation()))
                .attestationClientDataJSON(Bytes.fromBase64(passkey.clientData()))
                .label(passkey.label())
                .created(passkey.made())
                .lastUsed(passkey.used())
                .build();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Passkeys are removed by their person.");
    }
}
