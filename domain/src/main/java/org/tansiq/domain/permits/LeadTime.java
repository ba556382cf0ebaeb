package org.tansiq.domain.permits;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.shared.Tags;

/** How many days before the day a permit must be asked for in a city, as far as a coalition has said. */
@EventSourcedEntity(tagKey = Tags.LEAD_TIME)
public record LeadTime(@Nullable Integer days) {
    /**
     * What counts where nobody said anything. No law says so: notice is asked for by the hour in some cities and by the month
     * in others. Two weeks leave a coalition time to find out what its city wants, and are short enough that what was
     * scheduled in good time does not stand out from its first day.
     */
    public static final int DAYS_UNLESS_SAID = 14;

    public static final int DAYS_MAX = 365;

    @EntityCreator
    LeadTime() {
        this(null);
    }

    @EventSourcingHandler
    LeadTime on(LeadTimeSet e) {
        return new LeadTime(e.days());
    }
}
