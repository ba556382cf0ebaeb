package org.tansiq.gateway.members;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SecondFactor;
import org.tansiq.infra.members.SecondFactors;

/** What is asked for after the password: a code of the moment, or one of ten that are used once. */
@Component
class SecondStep {
    private static final int CODE_LENGTH_MAX = 64;

    private final SecondFactors factors;
    private final SealedSecrets sealed;
    private final Attempts attempts;
    private final Clock clock;
    private final boolean needed;

    SecondStep(SecondFactors factors, SealedSecrets sealed, Attempts attempts, Clock clock, Environment environment) {
        this.factors = factors;
        this.sealed = sealed;
        this.attempts = attempts;
        this.clock = clock;
        needed = !environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The accounts of a demonstration, whose password everybody may know, need none. */
    boolean isNeeded() {
        return needed;
    }

    boolean isSetUp(PersonId person) {
        return factors.find(person).filter(SecondFactor::confirmed).isPresent();
    }

    boolean isBegun(PersonId person) {
        return factors.find(person).filter(factor -> !factor.confirmed()).isPresent();
    }

    /** A new secret, in the place of one that was shown and never confirmed. */
    Optional<byte[]> begin(PersonId person) {
        var secret = Totp.freshSecret();
        return factors.begin(SecondFactor.begun(person, sealed.seal(person, secret)))
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** The recovery codes, shown this once, when the code is right. */
    Optional<List<String>> confirm(PersonId person, String code) {
        attempts.count(person);
        var begun = factors.find(person).filter(factor -> !factor.confirmed());
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        var step = Totp.match(sealed.open(person, begun.get().secret()), code, clock.instant());
        var recovery = RecoveryCodes.fresh();
        if (step.isEmpty() || !factors.confirm(person, begun.get().secret(), step.getAsLong(), recovery.hashes())) {
            return Optional.empty();
        }
        attempts.forget(person);
        return Optional.of(recovery.codes());
    }

    /** Whether this code lets the person in, this once. */
    boolean pass(PersonId person, String code) {
        attempts.count(person);
        var passed = opens(person, code);
        if (passed) {
            attempts.forget(person);
        }
        return passed;
    }

    /** Whether it is a code that the authenticator shows now, or one for recovery. It opens nothing any more. */
    boolean opens(PersonId person, String code) {
        return isOfTheMoment(person, code)
                || (code.length() <= CODE_LENGTH_MAX
                        && isSetUp(person)
                        && factors.useRecovery(person, RecoveryCodes.hash(code)));
    }

    /** Whether it is a code that the authenticator shows now. It opens nothing any more. */
    boolean isOfTheMoment(PersonId person, String code) {
        return code.length() <= CODE_LENGTH_MAX
                && factors.find(person)
                        .filter(SecondFactor::confirmed)
                        .filter(factor -> isOfTheMoment(factor, code))
                        .isPresent();
    }

    /** How many recovery codes the person has not used yet; nothing where there is no second factor. */
    OptionalInt recoveryLeft(PersonId person) {
        return factors.find(person).filter(SecondFactor::confirmed).stream()
                .mapToInt(factor -> factor.recovery().size())
                .findFirst();
    }

    private boolean isOfTheMoment(SecondFactor factor, String code) {
        var step = Totp.match(sealed.open(factor.person(), factor.secret()), code, clock.instant());
        return step.isPresent() && factors.useStep(factor.person(), step.getAsLong());
    }
}
