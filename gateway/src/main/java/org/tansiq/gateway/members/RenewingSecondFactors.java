package org.tansiq.gateway.members;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SecondFactors;

/**
 * New recovery codes, or another authenticator. The old one counts until a code of the new one was entered in the session
 * that asked for it; then every other session ends.
 */
@Component
class RenewingSecondFactors {
    private final SecondFactors factors;
    private final SealedSecrets sealed;
    private final OwnProof proof;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Clock clock;

    RenewingSecondFactors(
            SecondFactors factors,
            SealedSecrets sealed,
            OwnProof proof,
            Attempts attempts,
            Sessions sessions,
            Clock clock) {
        this.factors = factors;
        this.sealed = sealed;
        this.proof = proof;
        this.attempts = attempts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @return the new codes, shown this once; the old ones open nothing any more */
    RecoveryCodes newCodes(PersonId person, String password, String code) {
        proof.byAuthenticator(person, password, code);
        var recovery = RecoveryCodes.fresh();
        if (!factors.renewRecovery(person, recovery.hashes())) {
            throw new Conflict("no-second-factor");
        }
        return recovery;
    }

    /** @return the secret of the new authenticator, shown this once */
    byte[] begin(PersonId person, String session, String password, String code) {
        proof.byAnyCode(person, password, code);
        var secret = Totp.freshSecret();
        factors.prepare(person, session, sealed.seal(person, secret));
        return secret;
    }

    /**
     * The new codes for recovery, when this is a code of the new authenticator.
     *
     * @throws Invalid {@code wrong-code}
     */
    RecoveryCodes finish(PersonId person, String session, String code) {
        attempts.count(person);
        var recovery = RecoveryCodes.fresh();
        var done = factors.prepared(person, session).filter(secret -> {
            var step = Totp.match(sealed.open(person, secret), code, clock.instant());
            return step.isPresent() && factors.replace(person, session, secret, step.getAsLong(), recovery.hashes());
        });
        if (done.isEmpty()) {
            throw new Invalid("wrong-code", "code");
        }
        attempts.forget(person);
        sessions.endOthers(person, session);
        return recovery;
    }
}
