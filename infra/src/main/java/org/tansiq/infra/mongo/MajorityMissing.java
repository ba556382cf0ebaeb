package org.tansiq.infra.mongo;

import org.tansiq.infra.log.LogFailure;

/** A MongoDB that does not confirm a write as being in the journal of a majority. */
public final class MajorityMissing extends LogFailure {
    MajorityMissing(Throwable why) {
        super(
                "This MongoDB does not confirm that a majority of its nodes has a write in the journal. Look at rs.status():"
                        + " a majority of the voting nodes has to be up and to hold data (an arbiter holds none), with journaling on.",
                why);
    }
}
