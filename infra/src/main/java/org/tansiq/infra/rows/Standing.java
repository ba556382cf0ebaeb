package org.tansiq.infra.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things are with an edition.
 *
 * @param serving nothing before its rows were built for the first time
 * @param building what a rebuild has come to, if one is under way
 * @param requests that wait to be carried out, in the order of their ids
 */
public record Standing(
        Edition edition,
        Lease lease,
        @Nullable Serving serving,
        @Nullable Progress building,
        List<Request> requests) {
    public Standing {
        requests = List.copyOf(requests);
    }

    public static Standing none(Edition edition) {
        return new Standing(edition, Lease.NONE, null, null, List.of());
    }
}
