package org.tansiq.projections.actions.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;

/** Two towns beside each other, at several latitudes, for a degree of longitude is shorter in the north. */
class CitiesThatTouchTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "34.02, -6.82", "49.48, 8.47", "69.65, 18.95", "-33.9, 179.999"})
    void what_is_a_walk_apart_across_a_border_is_found_and_what_is_further_is_not(double latitude, double longitude) {
        for (var metres : new double[] {400, 1_300, 1_720, 1_990}) {
            assertThat(found(latitude, longitude, metres))
                    .as("%s m", metres)
                    .singleElement()
                    .extracting(pair -> pair.finding().relation())
                    .isEqualTo(Relation.OVERLAP);
        }
        assertThat(found(latitude, longitude, 2_050)).isEmpty();
        assertThat(found(latitude, longitude, 5_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100})
    void what_stands_on_the_border_is_one_event(double metres) {
        assertThat(found(49.48, 8.47, metres))
                .singleElement()
                .extracting(pair -> pair.finding().relation())
                .isEqualTo(Relation.SAME_EVENT);
    }

    private static List<ActionIndex.Pair> found(double latitude, double longitude, double metres) {
        var east = longitude + metres / Distance.METRES_OF_A_DEGREE / Math.cos(Math.toRadians(latitude));
        var index = new ActionIndex();
        index.put(action("one", latitude, longitude));
        index.put(action("other", latitude, east > 180 ? east - 360 : east));
        return index.pairs();
    }

    private static Candidate action(String id, double latitude, double longitude) {
        return new Candidate(
                id,
                Text.of("en", "Vigil of " + id),
                ActionKind.VIGIL,
                new Town(id, Set.of(id), "ZZ", null),
                new Venue(Text.of("en", "Town hall"), new Coordinates(latitude, longitude)),
                Instant.parse("2018-02-24T18:00:00Z"),
                Instant.parse("2018-02-24T19:00:00Z"),
                Set.of());
    }
}
