package org.tansiq.domain.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.MembershipId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Invalid;
import org.tansiq.domain.shared.Limits;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;

/**
 * A member calls the others to act at one moment in many cities.
 *
 * @param lasting 1 minute to 24 hours
 * @param goal how many cities are hoped for, 1 to 10,000
 * @param closes after this no city is committed; null: never
 */
@Command(namespace = "actions", name = "CallSynchronized")
public record CallSynchronized(
        CoalitionId coalition,
        @TargetEntityId SynchronizedId synchronizedAction,
        OrganizationId by,
        Text title,
        ActionKind kind,
        Moment moment,
        Duration lasting,
        int goal,
        @Nullable Instant closes,
        List<String> hashtags,
        Instant at) {
    private static final Duration LASTING_MIN = Duration.ofMinutes(1);
    private static final Duration LASTING_MAX = Duration.ofHours(24);
    private static final int GOAL_MAX = 10_000;

    public CallSynchronized {
        Limits.name("title", title);
        Limits.time("moment", moment.in(ZoneOffset.UTC));
        if (lasting.compareTo(LASTING_MIN) < 0 || lasting.compareTo(LASTING_MAX) > 0) {
            throw new Invalid("bad-duration", "minutes");
        }
        if (goal < 1 || goal > GOAL_MAX) {
            throw new Invalid("out-of-range", "goal", Map.of("min", 1, "max", GOAL_MAX));
        }
        if (closes != null) {
            Limits.time("closes", closes);
        }
        hashtags = Hashtags.checked(hashtags);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
