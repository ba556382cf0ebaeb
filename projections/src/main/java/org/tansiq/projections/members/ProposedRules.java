package org.tansiq.projections.members;

import java.time.Instant;
import org.tansiq.domain.members.RulesDigest;
import org.tansiq.domain.shared.Text;

/**
 * What a coalition's members may agree on.
 *
 * @param by who proposed it; another has to agree
 */
public record ProposedRules(Text rules, String by, Instant since) {
    /** Of the words as they are read here; it is not kept, for it would tell of words whose author was erased. */
    public RulesDigest digest() {
        return RulesDigest.of(rules);
    }

    /** Whether anybody can agree: not to words that are not there any more. */
    public boolean stands() {
        return !rules.equals(Text.ERASED);
    }
}
