package org.tansiq.gateway.members;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.infra.members.Identities;
import org.tansiq.infra.members.Passkeys;
import org.tansiq.infra.members.SecondFactors;

/**
 * The way back for somebody who has lost everything but the password. All that they had open ends, and what
 * opened the account beside the password opens it no more: whoever was in with what was lost is out.
 */
@Component
class ResettingSecondFactors {
    private static final Logger LOG = LoggerFactory.getLogger(ResettingSecondFactors.class);

    private final Colleagues colleagues;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Identities identities;
    private final SigningOut signingOut;

    ResettingSecondFactors(
            Colleagues colleagues,
            SecondFactors factors,
            Passkeys passkeys,
            Identities identities,
            SigningOut signingOut) {
        this.colleagues = colleagues;
        this.factors = factors;
        this.passkeys = passkeys;
        this.identities = identities;
        this.signingOut = signingOut;
    }

    void reset(SignedIn coordinator, PersonId person) {
        var other = colleagues.of(coordinator, person).person();
        factors.remove(other);
        passkeys.removeAll(other);
        identities.unlink(other);
        signingOut.everywhere(other);
        LOG.info("The second factor of {} was reset by {}.", other, coordinator.person());
    }
}
