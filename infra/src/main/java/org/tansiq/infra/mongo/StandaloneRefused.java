package org.tansiq.infra.mongo;

import org.tansiq.infra.log.LogFailure;

/** A MongoDB without a replica set, where none is allowed. */
public final class StandaloneRefused extends LogFailure {
    StandaloneRefused() {
        super(
                "This MongoDB is a standalone server and can lose what it has confirmed. Make it a replica set"
                        + " (one node is enough: start it with --replSet rs0, then run rs.initiate() once).",
                null);
    }
}
