package org.tansiq.gateway.actions;

import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;

/**
 * What is not as it was before a merge that is undone: somebody changed it meanwhile.
 *
 * @param kind {@code task}, {@code booking} or {@code organizer}
 * @param id of it; of an organiser, the action that they organise no more
 * @param was the state of it just after the merge; missing where it was not there yet
 * @param wasWith who held or had booked it, or organised it
 * @param is the state of it now
 * @param isWith who holds or has booked it
 */
public record MergeChange(
        String kind,
        String id,
        Text title,
        @Nullable String was,
        @Nullable String wasWith,
        String is,
        @Nullable String isWith) {}
