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

    /** In the place of those that there were; nobody without a confirmed factor has any. Answers whether it was done. */
    boolean renewRecovery(PersonId person, List<String> recovery);

    /**
     * Notes the secret that shall take the place of the confirmed one, which counts until then. It replaces what was noted
     * before.
     *
     * @param session the one it was noted in, the only one that may go on with it
     */
    void prepare(PersonId person, String session, String secret);

    /** What was noted in this session. */
    Optional<String> prepared(PersonId person, String session);

    /**
     * What was prepared in this session takes the place of all that the person had. Answers whether it was this secret.
     *
     * @param recovery the hashes of the new recovery codes
     */
    boolean replace(PersonId person, String session, String secret, long step, List<String> recovery);

    /** Nothing of it is left: the person begins anew. */
    void remove(PersonId person);

    @Override
    void close();
}
