package org.tansiq.infra.logtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.actions.ActionCancelled;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.ActionRescheduled;
import org.tansiq.domain.actions.ActionScheduled;
import org.tansiq.domain.actions.ActionsMerged;
import org.tansiq.domain.actions.FindingAcknowledged;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.domain.actions.FindingSaidDifferent;
import org.tansiq.domain.actions.MergeUndone;
import org.tansiq.domain.actions.OrganizerLeft;
import org.tansiq.domain.actions.OverlapAcknowledged;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.Slot;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.CityId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Fact;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.log.StoredEvent;
import org.tansiq.infra.logtool.MatcherReplay.Result;
import org.tansiq.infra.wiring.Catalogue;

class MatcherReplayTest {
    private static final Gazetteer CITIES = Gazetteer.load();
    private static final CoalitionId GHOUTA = new CoalitionId("ghouta");
    private static final OrganizationId GREENS = new OrganizationId("greens");
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final Text WHY = Text.of("en", "Two squares");
    private static final FindingId BOTH = new FindingId(GHOUTA, new ActionId("a"), new ActionId("b"));

    @Test
    void what_people_went_on_with_and_the_matcher_finds_is_found() {
        var result = replay(scheduled("a", "berlin", 18), scheduled("b", "berlin", 19), acknowledged());

        assertThat(result).isEqualTo(new Result(1, List.of(), List.of(), 0, false));
        assertThat(result.decisions()).isEqualTo(1);
    }

    @Test
    void what_it_does_not_find_it_would_miss() {
        assertThat(replay(scheduled("a", "berlin", 18), scheduled("b", "paris", 19), acknowledged()))
                .isEqualTo(new Result(0, List.of(BOTH), List.of(), 0, false));
    }

    @Test
    void what_is_different_and_found_is_raised_in_vain_and_what_is_not_found_is_spared() {
        assertThat(replay(scheduled("a", "berlin", 18), scheduled("b", "berlin", 19), different()))
                .isEqualTo(new Result(0, List.of(), List.of(BOTH), 0, false));
        assertThat(replay(scheduled("a", "berlin", 18), scheduled("b", "paris", 19), different()))
                .isEqualTo(new Result(0, List.of(), List.of(), 1, false));
    }

    @Test
    void the_actions_are_taken_as_they_stood_at_the_decision() {
        var a = scheduled("a", "berlin", 18);
        var apart = slot("paris", 18);
        var moved = new ActionRescheduled(
                GHOUTA, a.action(), GREENS, a.title(), null, a.slot(), apart, a.venue(), Set.of(), NOW);
        assertThat(replay(a, scheduled("b", "berlin", 19), acknowledged(), moved)
                        .found())
                .isEqualTo(1);
        assertThat(replay(a, scheduled("b", "berlin", 19), moved, acknowledged())
                        .missed())
                .containsExactly(BOTH);
        var cancelled = new ActionCancelled(GHOUTA, a.action(), GREENS, a.slot(), WHY, NOW);
        assertThat(replay(a, scheduled("b", "berlin", 19), cancelled, acknowledged())
                        .missed())
                .containsExactly(BOTH);
    }

    @Test
    void what_became_one_was_right_to_find_and_is_not_there_until_it_is_two_again() {
        var a = scheduled("a", "berlin", 18);
        var b = scheduled("b", "berlin", 19);
        var merged = new ActionsMerged(GHOUTA, a.action(), b.action(), GREENS, GREENS, b.slot(), Set.of(GREENS), NOW);
        var left = new OrganizerLeft(GHOUTA, b.action(), GREENS, NOW);
        var undone = new MergeUndone(GHOUTA, a.action(), b.action(), GREENS, b.slot(), Set.of(), Set.of(), NOW);

        assertThat(replay(a, b, merged)).isEqualTo(new Result(1, List.of(), List.of(), 0, false));
        assertThat(replay(a, b, merged, left, acknowledged()).missed()).containsExactly(BOTH);
        assertThat(replay(a, b, merged, undone, acknowledged()).found()).isEqualTo(1);
    }

    @Test
    void of_a_pair_the_last_decision_counts_and_what_is_different_stays_so() {
        var known = new OverlapAcknowledged(GHOUTA, BOTH.one(), GREENS, Set.of(BOTH.other()), NOW);
        assertThat(replay(scheduled("a", "berlin", 18), scheduled("b", "berlin", 19), known, acknowledged())
                        .decisions())
                .isEqualTo(1);
        assertThat(replay(
                        scheduled("a", "berlin", 18), scheduled("b", "berlin", 19), acknowledged(), different(), known))
                .isEqualTo(new Result(0, List.of(), List.of(BOTH), 0, false));
    }

    @Test
    void a_log_without_decisions_says_nothing() {
        assertThat(replay(scheduled("a", "berlin", 18), scheduled("b", "berlin", 19))
                        .decisions())
                .isZero();
    }

    private static Result replay(Fact... facts) {
        return MatcherReplay.run(new Written(List.of(facts)), Catalogue.present(), CITIES, false);
    }

    private static Slot slot(String city, int hour) {
        var place = new Place(new CityId(city), ZoneId.of("Europe/Berlin"), "DE", Text.of("en", city));
        var from = Instant.parse("2018-02-24T" + hour + ":00:00Z");
        return new Slot(place, from, from.plusSeconds(5_400));
    }

    private static ActionScheduled scheduled(String action, String city, int hour) {
        return new ActionScheduled(
                GHOUTA,
                new ActionId(action),
                GREENS,
                Text.of("en", "Vigil"),
                ActionKind.VIGIL,
                slot(city, hour),
                new Venue(Text.of("en", "Square"), null),
                List.of(),
                null,
                null,
                Set.of(),
                NOW);
    }

    private static FindingAcknowledged acknowledged() {
        return new FindingAcknowledged(GHOUTA, BOTH.one(), BOTH.other(), GREENS, WHY, NOW);
    }

    private static FindingSaidDifferent different() {
        return new FindingSaidDifferent(GHOUTA, BOTH.one(), BOTH.other(), GREENS, WHY, NOW);
    }

    /** A log of these. */
    private record Written(List<Fact> facts) implements LogScan {
        @Override
        public void visit(long before, Visitor visitor) {
            for (var position = 0; position < facts.size(); position++) {
                var fact = facts.get(position);
                visitor.event(
                        position,
                        new StoredEvent(
                                "e" + position,
                                EventTypes.nameOf(fact.getClass()),
                                EventTypes.versionOf(fact.getClass()),
                                0,
                                Map.of(),
                                Set.of(),
                                Json.write(fact)));
            }
        }

        @Override
        public void examine(Consumer<Flaw> flaws) {}

        @Override
        public void close() {}
    }
}
