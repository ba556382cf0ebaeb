package org.tansiq.infra.members;

import java.time.Instant;
import java.util.List;
import org.tansiq.domain.shared.PersonId;

/**
 * A key on a person's device that opens the account. Only its public half is here; all bytes are in base64url.
 *
 * @param id of the credential, as the device says it
 * @param label what its person calls it
 * @param attestation what the device sent when the key was made: the public key is in it
 * @param counter how often the key was used as the device counts; devices that do not count say 0
 * @param transports by which the device is reached, as WebAuthn names them
 */
public record Passkey(
        String id,
        PersonId person,
        String label,
        String publicKey,
        String attestation,
        String clientData,
        long counter,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        Instant made,
        Instant used) {
    public Passkey {
        transports = transports.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "Passkey[" + person + "]";
    }
}
