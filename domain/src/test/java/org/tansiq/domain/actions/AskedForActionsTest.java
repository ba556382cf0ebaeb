package org.tansiq.domain.actions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tansiq.domain.actions.Scene.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Refusal;
import org.tansiq.domain.shared.Text;

/** What makes no sense is refused before anything is read. */
class AskedForActionsTest {
    @Test
    void an_action_ends_after_it_starts() {
        assertThatThrownBy(() -> at(berlin("2018-02-24T18:00", "2018-02-24T18:00")))
                .satisfies(refusal("end-before-start", "ends"));
        assertThatThrownBy(() -> at(berlin("2018-02-24T18:00", "2018-02-24T17:00")))
                .satisfies(refusal("end-before-start", "ends"));
    }

    @Test
    void an_action_lasts_at_most_fourteen_days() {
        assertThat(at(berlin("2018-02-01T18:00", "2018-02-15T18:00"))).isNotNull();
        assertThatThrownBy(() -> at(berlin("2018-02-01T18:00", "2018-02-15T18:01")))
                .satisfies(refusal("too-long", "ends"));
        assertThatThrownBy(() -> at(new Slot(BERLIN, NOW, Instant.MAX))).satisfies(refusal("too-long", "ends"));
    }

    @Test
    void an_action_is_of_our_time() {
        assertThatThrownBy(() -> at(new Slot(BERLIN, Instant.MIN, NOW)))
                .satisfies(refusal("time-out-of-range", "starts"));
        assertThatThrownBy(() -> at(new Slot(BERLIN, Instant.MAX.minusSeconds(9), Instant.MAX)))
                .satisfies(refusal("time-out-of-range", "starts"));
    }

    @Test
    void a_city_has_a_name_and_a_country() {
        assertThatThrownBy(() -> at(new Slot(place("berlin", "Europe/Berlin", "de"), NOW, NOW.plusSeconds(60))))
                .satisfies(refusal("no-such-country", "country"));
        var nameless = new Place(BERLIN.city(), BERLIN.zone(), "DE", Text.of("en", " "));
        assertThatThrownBy(() -> at(new Slot(nameless, NOW, NOW.plusSeconds(60))))
                .satisfies(refusal("text-empty", "city"));
    }

    @Test
    void a_venue_is_on_the_globe() {
        assertThat(in(new Coordinates(-90, 180))).isNotNull();
        assertThatThrownBy(() -> in(new Coordinates(90.1, 0)))
                .satisfies(refusal("coordinates-out-of-range", "venue.latitude"));
        assertThatThrownBy(() -> in(new Coordinates(0, -180.1)))
                .satisfies(refusal("coordinates-out-of-range", "venue.longitude"));
        assertThatThrownBy(() -> in(new Coordinates(Double.NaN, 0)))
                .satisfies(refusal("coordinates-out-of-range", "venue.latitude"));
    }

    @Test
    void a_title_and_a_venue_have_names_within_limits() {
        assertThatThrownBy(() -> schedule(new Text(new HashMap<>()), SQUARE, List.of(), null))
                .satisfies(refusal("text-empty", "title"));
        assertThatThrownBy(() -> schedule(Text.of("en", "x".repeat(201)), SQUARE, List.of(), null))
                .satisfies(refusal("text-too-long", "title"));
        assertThat(schedule(titleOf(VIGIL), new Venue(Text.of("en", ""), null), List.of(), null))
                .isNotNull();
        assertThatThrownBy(() ->
                        schedule(titleOf(VIGIL), new Venue(Text.of("en", "x".repeat(201)), null), List.of(), null))
                .satisfies(refusal("text-too-long", "venue.name"));
        assertThatThrownBy(() -> schedule(titleOf(VIGIL), SQUARE, List.of(), " "))
                .satisfies(refusal("text-empty", "organizedBy"));
        assertThatThrownBy(() -> new CancelAction(GHOUTA, VIGIL, GREENS, Text.of("en", "x".repeat(4_001)), NOW))
                .satisfies(refusal("text-too-long", "message"));
    }

    @Test
    void hashtags_are_of_any_script_and_each_comes_once_with_its_sign() {
        assertThat(tagged("SaveGhouta", "#أنقذوا_الغوطة", " #SaveGhouta ", "#غوطة2018")
                        .hashtags())
                .containsExactly("#SaveGhouta", "#أنقذوا_الغوطة", "#غوطة2018");
    }

    @Test
    void what_no_network_takes_for_a_hashtag_is_refused() {
        for (var bad : List.of("", "#", "#save ghouta", "#save-ghouta", "##save", "#save!", "#" + "x".repeat(100))) {
            assertThatThrownBy(() -> tagged(bad)).as(bad).satisfies(refusal("bad-hashtag", "hashtags"));
        }
        assertThat(tagged("#" + "x".repeat(99)).hashtags()).hasSize(1);
    }

    @Test
    void there_are_at_most_twenty_hashtags() {
        var twenty =
                new ArrayList<>(IntStream.range(0, 20).mapToObj(n -> "#tag" + n).toList());
        assertThat(tagged(twenty.toArray(String[]::new)).hashtags()).hasSize(20);
        twenty.add("#onemore");
        assertThatThrownBy(() -> tagged(twenty.toArray(String[]::new))).satisfies(refusal("too-many", "hashtags"));
    }

    @Test
    void at_most_a_thousand_overlaps_are_acknowledged_at_once() {
        var many =
                IntStream.range(0, 1_001).mapToObj(n -> new ActionId("a" + n)).toArray(ActionId[]::new);
        assertThatThrownBy(() -> Scene.schedule(VIGIL, GREENS, EVENING, many))
                .satisfies(refusal("too-many", "acknowledged"));
    }

    @Test
    void what_is_acknowledged_is_always_written_in_one_order() {
        var command = Scene.schedule(VIGIL, GREENS, EVENING, new ActionId("c"), new ActionId("a"), new ActionId("b"));
        assertThat(command.acknowledged().stream().map(ActionId::value).collect(joining()))
                .isEqualTo("abc");
    }

    private static Consumer<Throwable> refusal(String code, String field) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static ScheduleAction at(Slot slot) {
        return Scene.schedule(VIGIL, GREENS, slot);
    }

    private static ScheduleAction in(Coordinates coordinates) {
        return schedule(titleOf(VIGIL), new Venue(Text.of("en", "somewhere"), coordinates), List.of(), null);
    }

    private static ScheduleAction tagged(String... hashtags) {
        return schedule(titleOf(VIGIL), SQUARE, List.of(hashtags), null);
    }

    private static ScheduleAction schedule(
            Text title, Venue venue, List<String> hashtags, @Nullable String organizedBy) {
        return new ScheduleAction(
                GHOUTA, VIGIL, GREENS, title, ActionKind.VIGIL, EVENING, venue, hashtags, organizedBy, Set.of(), NOW);
    }
}
