package org.tansiq.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tansiq.domain.actions.ActionId;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.actions.CallSynchronized;
import org.tansiq.domain.actions.CommitCity;
import org.tansiq.domain.actions.Moment;
import org.tansiq.domain.actions.Place;
import org.tansiq.domain.actions.SynchronizedId;
import org.tansiq.domain.actions.Venue;
import org.tansiq.domain.actions.WithdrawCity;
import org.tansiq.domain.members.AcceptInvitation;
import org.tansiq.domain.members.FoundCoalition;
import org.tansiq.domain.members.InvitationId;
import org.tansiq.domain.members.InviteOrganization;
import org.tansiq.domain.members.RegisterOrganization;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.cities.City;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.SqliteKeyShelf;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.infra.wiring.Installation;
import org.tansiq.projections.actions.CityRow;
import org.tansiq.projections.actions.Coverage;
import org.tansiq.projections.actions.Synchrony;
import org.tansiq.projections.shared.Keys;

/** One call that 7,000 cities in 181 countries answer, one after another: what the last ones cost beside the first. */
final class CallAtScale implements Row {
    private static final int CITIES = 7_000;
    private static final int COUNTRIES = 181;
    private static final int MEMBERS = 50;
    private static final int SOME = 100;
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CoalitionId COALITION = new CoalitionId("ghouta");
    private static final Text TITLE = Text.ofBoth("شموع", "Candles");
    private static final Text NOTHING = new Text(Map.of());

    @Override
    public String name() {
        return "call";
    }

    /** How long it took, in microseconds. */
    private record Costs(
            double committed, double shown, double withdrawn, double watched, int cityBytes, int callBytes) {}

    @Override
    public void measure(Run run) throws Exception {
        var cities = cities();
        var folder = run.newFolder();
        try (var installation = Installation.open(
                new SqliteCommitLog(folder.resolve("log.db")),
                SqliteRowStore.open(folder.resolve("rows.db")),
                LogSettings.oneNode(),
                AuthorKeys.open(new SqliteKeyShelf(folder.resolve("keys.db")), folder.resolve("key"), null))) {
            found(installation);
            var warm = call(installation, "warm", 1);
            commit(installation, warm, cities.subList(0, 1_500));
            costs(installation, warm, cities.subList(1_500, 1_500 + SOME));
            var call = call(installation, "candles", 30);
            commit(installation, call, cities.subList(0, 10));
            var first = costs(installation, call, cities.subList(10, 10 + SOME));
            commit(installation, call, cities.subList(10 + SOME, CITIES - SOME));
            var last = costs(installation, call, cities.subList(CITIES - SOME, CITIES));
            installation.views().await(installation.history().head() - 1, PATIENCE);
            var start = System.nanoTime();
            var synchrony = Synchrony.of(installation.views().find(Coverage.CITIES, Keys.key("call", call)));
            var together = (System.nanoTime() - start) / 1e6;
            tell(run, "committing a city, µs", last.committed(), first.committed());
            tell(run, "from there until the views show it, µs", last.shown(), first.shown());
            tell(run, "giving it back, µs", last.withdrawn(), first.withdrawn());
            tell(run, "reading the call, its answers and a page of 50 cities, µs", last.watched(), first.watched());
            tell(run, "the live message of one commitment, bytes", last.cityBytes(), first.cityBytes());
            tell(run, "the call's own row, bytes", last.callBytes(), first.callBytes());
            run.add(
                    "all " + synchrony.committed() + " cities read for the figures, ms",
                    Run.number(together),
                    "",
                    "",
                    "",
                    null,
                    Map.of());
        } finally {
            Run.drop(folder);
        }
    }

    private static void tell(Run run, String what, double last, double first) {
        var details = new LinkedHashMap<String, Object>();
        details.put("last", last);
        details.put("first", first);
        run.add(
                "of " + CITIES + " cities in " + COUNTRIES + " countries the last " + SOME + ": " + what,
                Run.number(last),
                "the first: " + Run.number(first),
                Run.number(last / first),
                "",
                null,
                details);
    }

    /** Some of each country in turn, the largest first. */
    private static List<City> cities() {
        var byCountry = new LinkedHashMap<String, Deque<City>>();
        for (var city : Gazetteer.load().cities()) {
            byCountry.computeIfAbsent(city.country(), any -> new ArrayDeque<>()).add(city);
        }
        var open = new ArrayList<>(byCountry.values().stream().limit(COUNTRIES).toList());
        var chosen = new ArrayList<City>();
        while (chosen.size() < CITIES) {
            for (var country : open) {
                var next = country.poll();
                if (next != null && chosen.size() < CITIES) {
                    chosen.add(next);
                }
            }
            open.removeIf(Deque::isEmpty);
        }
        return chosen;
    }

    private static OrganizationId member(int number) {
        return new OrganizationId("member-" + number % MEMBERS);
    }

    private static long carryOut(Installation installation, OrganizationId by, Object command) {
        return installation
                .commands()
                .carryOut(command, new Actor(new PersonId(by.value()), by), null)
                .position();
    }

    private static void found(Installation installation) {
        var now = Instant.now();
        var founder = member(0);
        for (var number = 0; number < MEMBERS; number++) {
            carryOut(installation, member(number), new RegisterOrganization(member(number), TITLE, now));
        }
        carryOut(installation, founder, new FoundCoalition(COALITION, TITLE, TITLE, founder, now));
        for (var number = 1; number < MEMBERS; number++) {
            var invitation = new InvitationId("invitation-" + number);
            carryOut(
                    installation, founder, new InviteOrganization(COALITION, invitation, member(number), founder, now));
            carryOut(installation, member(number), new AcceptInvitation(COALITION, invitation, member(number), now));
        }
    }

    private static SynchronizedId call(Installation installation, String id, int day) {
        var call = new SynchronizedId(id);
        carryOut(
                installation,
                member(0),
                new CallSynchronized(
                        COALITION,
                        call,
                        member(0),
                        TITLE,
                        ActionKind.VIGIL,
                        new Moment.SameLocalTime(
                                LocalDateTime.parse("2030-01-01T19:00").plusDays(day)),
                        Duration.ofMinutes(30),
                        CITIES,
                        null,
                        List.of(),
                        Instant.now()));
        return call;
    }

    private static long commit(Installation installation, SynchronizedId call, City city, int number) {
        var place = new Place(city.id(), city.zone(), city.country(), city.name());
        return carryOut(
                installation,
                member(number),
                new CommitCity(
                        COALITION,
                        call,
                        member(number),
                        place,
                        new ActionId(call + "-" + city.id() + "-" + System.nanoTime()),
                        new Venue(NOTHING, null),
                        Set.of(),
                        Instant.now()));
    }

    private static void commit(Installation installation, SynchronizedId call, List<City> cities) {
        var position = 0L;
        for (var number = 0; number < cities.size(); number++) {
            position = commit(installation, call, cities.get(number), number);
        }
        installation.views().await(position, PATIENCE);
    }

    /** Each city is committed, seen, watched, given back and committed again. */
    private static Costs costs(Installation installation, SynchronizedId call, List<City> cities) {
        var views = installation.views();
        var committed = new double[cities.size()];
        var shown = new double[cities.size()];
        var withdrawn = new double[cities.size()];
        var watched = new double[cities.size()];
        var cityBytes = 0;
        var callBytes = 0;
        for (var number = 0; number < cities.size(); number++) {
            var city = cities.get(number);
            var start = System.nanoTime();
            var position = commit(installation, call, city, number);
            committed[number] = since(start);
            start = System.nanoTime();
            views.await(Coverage.CITIES, position, PATIENCE);
            shown[number] = since(start);
            start = System.nanoTime();
            var ofCall = Keys.key("call", call);
            var row = views.get(Coverage.SYNCHRONIZED, call.value()).orElseThrow();
            views.find(Coverage.ANSWERS, ofCall);
            views.find(Coverage.CITIES, ofCall, null, PAGE);
            watched[number] = since(start);
            var id = CityRow.id(call.value(), city.id().value());
            cityBytes = Json.write(views.get(Coverage.CITIES, id).orElseThrow()).length();
            callBytes = Json.write(row).length();
            start = System.nanoTime();
            carryOut(
                    installation,
                    member(number),
                    new WithdrawCity(COALITION, call, city.id(), member(number), NOTHING, Instant.now()));
            withdrawn[number] = since(start);
            commit(installation, call, city, number);
        }
        return new Costs(median(committed), median(shown), median(withdrawn), median(watched), cityBytes, callBytes);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e3;
    }

    private static double median(double[] samples) {
        var sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
