package org.tansiq.projections.actions.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.Coordinates;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.shared.Text;

class FindingPropertiesTest {
    private static final List<String> VENUES = List.of(
            "",
            "TBA",
            "Alexanderplatz",
            "ساحة ألكسندر",
            "Aleksanderplatz",
            "Brandenburger Tor",
            "بوابة براندنبورغ",
            "Russian Embassy",
            "السفارة الروسية",
            "Rus Büyükelçiliği",
            "Embassy of Iran",
            "Rathaus",
            "Town Hall, Markt",
            "Place de la République",
            "Square",
            "#Save_Ghouta");
    private static final List<Town> TOWNS = List.of(
            new Town("berlin", Set.of("Berlin", "برلين"), "DE", new Coordinates(52.52, 13.41)),
            new Town("potsdam", Set.of("Potsdam"), "DE", new Coordinates(52.40, 13.06)),
            new Town("ulm", Set.of("Ulm"), "DE", new Coordinates(48.40, 9.99)),
            new Town("neu-ulm", Set.of("Neu-Ulm"), "DE", new Coordinates(48.39, 10.01)));

    @Property(tries = 300)
    void whatever_the_order_the_findings_are_the_same(
            @ForAll("actions") List<Candidate> actions, @ForAll Random random) {
        var shuffled = new ArrayList<>(actions);
        Collections.shuffle(shuffled, random);

        assertThat(pairs(shuffled)).isEqualTo(pairs(actions));
    }

    @Property(tries = 300)
    void the_one_finds_the_other_as_the_other_finds_the_one(@ForAll("actions") List<Candidate> actions) {
        var index = index(actions);

        for (var action : actions) {
            for (var match : index.findings(action)) {
                var other = actions.stream()
                        .filter(one -> one.id().equals(match.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(index.findings(other)).contains(new ActionIndex.Match(action.id(), match.finding()));
            }
        }
    }

    @Property(tries = 300)
    void in_one_town_what_meets_in_time_is_found_and_nothing_else(@ForAll("actions") List<Candidate> actions) {
        var index = index(actions);

        for (var one : actions) {
            var found = index.findings(one).stream().map(ActionIndex.Match::id).toList();
            for (var other : actions) {
                var meet = one.from().isBefore(other.until()) && other.from().isBefore(one.until());
                if (!one.id().equals(other.id()) && one.town().equals(other.town())) {
                    assertThat(found.contains(other.id())).isEqualTo(meet);
                }
                if (!meet) {
                    assertThat(found).doesNotContain(other.id());
                }
            }
        }
    }

    @Property(tries = 200)
    void what_was_taken_out_is_as_if_it_had_never_been_there(@ForAll("actions") List<Candidate> actions) {
        var gone = actions.subList(0, actions.size() / 2);
        var index = index(actions);
        gone.forEach(action -> index.remove(action.id()));

        assertThat(index.pairs()).isEqualTo(pairs(actions.subList(gone.size(), actions.size())));
    }

    @Property(tries = 300)
    void clocks_and_calendars_do_not_matter_only_the_instant(
            @ForAll("local") LocalDateTime local, @ForAll("zones") ZoneId zone, @ForAll("zones") ZoneId written) {
        var from = local.atZone(zone).toInstant();
        var elsewhere = LocalDateTime.ofInstant(from, written);
        var again = elsewhere.atZone(written);
        var meant = again.toInstant().equals(from) ? again : again.withLaterOffsetAtOverlap();
        var one = action("1", TOWNS.getFirst(), "Alexanderplatz", null, from, Duration.ofHours(1));
        var other = action("2", TOWNS.getFirst(), "ساحة ألكسندر", null, meant.toInstant(), Duration.ofHours(1));

        assertThat(index(List.of(one, other)).pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.finding().relation()).isEqualTo(Relation.SAME_EVENT);
            assertThat(pair.finding().reasons()).contains(new Reason.SameStart());
        });
        var next = action("2", TOWNS.getFirst(), "ساحة ألكسندر", null, one.until(), Duration.ofHours(1));
        assertThat(index(List.of(one, next)).pairs()).isEmpty();
    }

    private static List<ActionIndex.Pair> pairs(List<Candidate> actions) {
        return index(actions).pairs();
    }

    private static ActionIndex index(List<Candidate> actions) {
        var index = new ActionIndex();
        actions.forEach(index::put);
        return index;
    }

    private static Candidate action(
            String id,
            Town town,
            String venue,
            @org.jspecify.annotations.Nullable Coordinates at,
            Instant from,
            Duration lasting) {
        return new Candidate(
                id,
                Text.of("en", "Save Ghouta vigil"),
                ActionKind.VIGIL,
                town,
                new Venue(venue.isEmpty() ? new Text(Map.of()) : Text.of("en", venue), at),
                from,
                from.plus(lasting),
                Set.of("Group"));
    }

    @Provide
    Arbitrary<List<Candidate>> actions() {
        var metresOff = Arbitraries.doubles().between(-0.01, 0.01);
        var one = Combinators.combine(
                        Arbitraries.of(TOWNS),
                        Arbitraries.of(VENUES),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(1, 20),
                        metresOff,
                        metresOff,
                        Arbitraries.of(true, false))
                .as((town, venue, start, lasting, north, east, placed) -> action(
                        "",
                        town,
                        venue,
                        placed && town.middle() != null
                                ? new Coordinates(
                                        town.middle().latitude() + north,
                                        town.middle().longitude() + east)
                                : null,
                        Instant.parse("2018-03-24T18:00:00Z").plus(Duration.ofMinutes(10L * start)),
                        Duration.ofMinutes(10L * lasting)));
        return one.list().ofMinSize(2).ofMaxSize(12).map(all -> {
            var named = new ArrayList<Candidate>();
            for (var each : all) {
                named.add(new Candidate(
                        "a" + named.size(),
                        each.title(),
                        each.kind(),
                        each.town(),
                        each.venue(),
                        each.from(),
                        each.until(),
                        each.organizers()));
            }
            return List.copyOf(named);
        });
    }

    @Provide
    Arbitrary<LocalDateTime> local() {
        return Arbitraries.integers()
                .between(0, 365 * 24 * 4)
                .map(quarter -> LocalDateTime.of(2018, 1, 1, 0, 0).plusMinutes(15L * quarter));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Beirut",
                        "Asia/Amman",
                        "UTC",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Pacific/Apia")
                .map(ZoneId::of);
    }
}
