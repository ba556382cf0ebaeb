package org.tansiq.gateway.open;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.tasks.TaskRow;

/**
 * A task as everybody sees it.
 *
 * @param openedBy the organisation's name
 */
record PublicTask(Text title, Text needed, @Nullable Instant due, TaskRow.State state, Text openedBy) {}
