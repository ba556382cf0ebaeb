package org.tansiq.gateway.members;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.SecondFactor;
import org.tansiq.infra.members.SecondFactors;

/** What is asked for after the password: a code of the moment, or one of ten that are used once. */
@Component
class SecondStep {
    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 15;
    private static final int GROUP = 6;
    private static final int CODE_LENGTH_MAX = 64;

    private final SecondFactors factors;
    private final SealedSecrets sealed;
    private final Attempts attempts;
    private final Clock clock;
    private final boolean needed;
    private final SecureRandom random = new SecureRandom();

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
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
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
        var step = Totp.match(sealed.open(person, begun.get().secret()), digits(code), clock.instant());
        var recovery = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        var hashes = recovery.stream().map(SecondStep::hash).toList();
        if (step.isEmpty() || !factors.confirm(person, begun.get().secret(), step.getAsLong(), hashes)) {
            return Optional.empty();
        }
        attempts.forget(person);
        return Optional.of(recovery);
    }

    /** Whether this code lets the person in, this once. */
    boolean pass(PersonId person, String code) {
        attempts.count(person);
        var passed = code.length() <= CODE_LENGTH_MAX
                && factors.find(person)
                        .filter(SecondFactor::confirmed)
                        .filter(factor -> isOfTheMoment(factor, code) || factors.useRecovery(person, hash(code)))
                        .isPresent();
        if (passed) {
            attempts.forget(person);
        }
        return passed;
    }

    private boolean isOfTheMoment(SecondFactor factor, String code) {
        var step = Totp.match(sealed.open(factor.person(), factor.secret()), digits(code), clock.instant());
        return step.isPresent() && factors.useStep(factor.person(), step.getAsLong());
    }

    /** Arabic keyboards write other digits, and authenticators show a gap in the middle. */
    private static String digits(String code) {
        var digits = new StringBuilder();
        code.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, 10))
                .forEach(digits::append);
        return digits.toString();
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Base32.inGroups(Base32.of(bytes), GROUP);
    }

    private static String hash(String recoveryCode) {
        return Secrets.hash(recoveryCode.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT));
    }
}
