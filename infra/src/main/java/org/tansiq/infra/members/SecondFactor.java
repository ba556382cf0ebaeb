package org.tansiq.infra.members;

import java.util.List;
import org.tansiq.domain.shared.PersonId;

/**
 * What a person shows beside the password.
 *
 * @param secret of the codes, as it is kept: sealed where there is a key beside the store
 * @param confirmed whether a code has shown that the person has the secret
 * @param lastStep the latest time step whose code was used; no code is taken twice, and none before it
 * @param recovery the hashes of the recovery codes that are left
 */
public record SecondFactor(PersonId person, String secret, boolean confirmed, long lastStep, List<String> recovery) {
    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    /** Shown and not confirmed yet. */
    public static SecondFactor begun(PersonId person, String secret) {
        return new SecondFactor(person, secret, false, -1, List.of());
    }

    @Override
    public String toString() {
        return "SecondFactor[" + person + "]";
    }
}
