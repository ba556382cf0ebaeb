package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * A synchronised action and how far it is covered. Its cities are rows of their own: there may be thousands.
 *
 * @param goal how many cities are hoped for
 * @param goalCountries in how many countries
 * @param words what is to be said in every city
 * @param needs what a city must bring
 * @param covered the cities that are committed now
 */
public record SynchronizedRow(
        String id,
        String coalition,
        Text title,
        ActionKind kind,
        Moment moment,
        Duration lasting,
        int goal,
        @Nullable Integer goalCountries,
        @Nullable Instant opens,
        @Nullable Instant closes,
        String caller,
        List<String> hashtags,
        Text words,
        Text needs,
        Tally covered)
        implements Row {
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    public SynchronizedRow {
        hashtags = List.copyOf(hashtags);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition));
    }

    /** When it begins where the day begins. */
    public Instant begins() {
        return moment.in(FIRST);
    }

    /** When nothing of it can be going on any more. */
    public Instant ends() {
        return moment.in(LAST).plus(lasting);
    }

    SynchronizedRow covered(Tally cities) {
        return new SynchronizedRow(
                id,
                coalition,
                title,
                kind,
                moment,
                lasting,
                goal,
                goalCountries,
                opens,
                closes,
                caller,
                hashtags,
                words,
                needs,
                cities);
    }
}
