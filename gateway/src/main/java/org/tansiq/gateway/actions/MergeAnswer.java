package org.tansiq.gateway.actions;

import java.util.List;

/**
 * What undoing a merge answers.
 *
 * @param id of the action that is back
 * @param position of the log after it
 * @param changed what is not as it was before the merge; empty when all of it is
 */
record MergeAnswer(String id, long position, List<MergeChange> changed) {}
