package org.tansiq.projections.actions;

import static org.tansiq.projections.shared.Keys.key;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.shared.Text;
import org.tansiq.projections.shared.Row;

/**
 * A synchronised action and how far it is covered.
 *
 * @param goal how many cities are hoped for; how many there are is how many {@code cities} lists
 * @param cities committed now, by when they begin, then by id
 */
public record SynchronizedRow(
        String id,
        String coalition,
        Text title,
        ActionKind kind,
        Moment moment,
        Duration lasting,
        int goal,
        @Nullable Instant closes,
        String caller,
        List<String> hashtags,
        List<CommittedCity> cities)
        implements Row {
    private static final Comparator<CommittedCity> BY_START =
            Comparator.comparing(CommittedCity::from).thenComparing(CommittedCity::city);

    public SynchronizedRow {
        hashtags = List.copyOf(hashtags);
        cities = List.copyOf(cities);
    }

    @Override
    public Set<String> keys() {
        return Set.of(key("coalition", coalition));
    }

    Optional<CommittedCity> city(String city) {
        return cities.stream()
                .filter(committed -> committed.city().equals(city))
                .findFirst();
    }

    /** In place of what was known of that city. */
    SynchronizedRow with(CommittedCity city) {
        var all = new ArrayList<>(without(city.city()).cities);
        all.add(city);
        all.sort(BY_START);
        return withCities(all);
    }

    SynchronizedRow without(String city) {
        return withCities(cities.stream()
                .filter(committed -> !committed.city().equals(city))
                .toList());
    }

    private SynchronizedRow withCities(List<CommittedCity> cities) {
        return new SynchronizedRow(id, coalition, title, kind, moment, lasting, goal, closes, caller, hashtags, cities);
    }
}
