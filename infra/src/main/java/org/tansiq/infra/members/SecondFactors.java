package org.tansiq.infra.members;

import java.util.List;
import java.util.Optional;
import org.tansiq.domain.shared.PersonId;

/** The second factors of all people. Of any number of callers on any number of nodes one uses a code. */
public interface SecondFactors extends AutoCloseable {
    Optional<SecondFactor> find(PersonId person);

    /** In the place of what this person began before; what is confirmed stays, and the answer is no. */
    boolean begin(SecondFactor factor);

    /**
     * Answers whether this is what the person began, and it was not confirmed yet.
     *
     * @param recovery the hashes of the recovery codes
     */
    boolean confirm(PersonId person, String secret, long step, List<String> recovery);

    /** Answers whether the code of this step may be taken; from then on neither it nor any before it. */
    boolean useStep(PersonId person, long step);

    /** Answers whether there was such a code; it is gone. */
    boolean useRecovery(PersonId person, String hash);

    /** The factor and all codes of this person are gone. */
    void erase(PersonId person);

    @Override
    void close();
}
