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
 * @param goalCountries in how many countries, 1 to 250; null: it does not matter
 * @param opens before this nobody answers; null: at once
 * @param closes after this nobody answers; null: never
 * @param words what is to be said, read out and posted in every city
 * @param needs what a city must bring
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
        @Nullable Integer goalCountries,
        @Nullable Instant opens,
        @Nullable Instant closes,
        List<String> hashtags,
        Text words,
        Text needs,
        Instant at) {
    private static final Duration LASTING_MIN = Duration.ofMinutes(1);
    private static final Duration LASTING_MAX = Duration.ofHours(24);
    private static final int GOAL_MAX = 10_000;
    private static final int COUNTRIES_MAX = 250;

    public CallSynchronized {
        Limits.name("title", title);
        Limits.time("moment", moment.in(ZoneOffset.UTC));
        if (lasting.compareTo(LASTING_MIN) < 0 || lasting.compareTo(LASTING_MAX) > 0) {
            throw new Invalid("bad-duration", "minutes");
        }
        if (goal < 1 || goal > GOAL_MAX) {
            throw new Invalid("out-of-range", "goal", Map.of("min", 1, "max", GOAL_MAX));
        }
        if (goalCountries != null && (goalCountries < 1 || goalCountries > COUNTRIES_MAX)) {
            throw new Invalid("out-of-range", "goalCountries", Map.of("min", 1, "max", COUNTRIES_MAX));
        }
        if (opens != null) {
            Limits.time("opens", opens);
        }
        if (opens != null && closes != null && closes.isBefore(opens)) {
            throw new Invalid("end-before-start", "closes");
        }
        Moment.check(moment);
        Limits.text("words", words);
        Limits.text("needs", needs);
        if (closes != null) {
            Limits.time("closes", closes);
        }
        hashtags = Hashtags.checked(hashtags);
    }

    /** With a goal of cities alone, open at once, and nothing that a city must know or bring. */
    public CallSynchronized(
            CoalitionId coalition,
            SynchronizedId synchronizedAction,
            OrganizationId by,
            Text title,
            ActionKind kind,
            Moment moment,
            Duration lasting,
            int goal,
            @Nullable Instant closes,
            List<String> hashtags,
            Instant at) {
        this(
                coalition,
                synchronizedAction,
                by,
                title,
                kind,
                moment,
                lasting,
                goal,
                null,
                null,
                closes,
                hashtags,
                new Text(Map.of()),
                new Text(Map.of()),
                at);
    }

    public MembershipId membership() {
        return new MembershipId(coalition, by);
    }
}
