package org.tansiq.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tansiq.campaign.Campaign;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.Person;
import org.tansiq.campaign.Reply;
import tools.jackson.databind.JsonNode;

/** What a coalition does in a week, in the whole application, whichever store lies below it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JourneyContract {
    private static final int RACERS = 8;
    private static final Map<String, Object> VIGIL = Map.of(
            "title",
            Map.of("ar", "وقفة", "en", "Vigil"),
            "kind",
            "vigil",
            "city",
            "برلين",
            "starts",
            "2018-02-24T18:00");

    private House house;
    private Campaign campaign;
    private Person berlin;
    private Person paris;
    private Coalition ghouta;

    abstract House start();

    /** After the application has stopped. */
    void drop() {}

    @BeforeAll
    void open() {
        house = start();
        campaign = house.campaign();
        berlin = campaign.organization("Berlin");
        paris = campaign.organization("Paris");
    }

    @AfterAll
    void close() {
        if (house != null) {
            house.close();
        }
        drop();
    }

    @BeforeEach
    void found() {
        ghouta = campaign.coalition(berlin, paris);
    }

    @Test
    void a_coalition_is_founded_and_joined() {
        assertThat(ghouta.rows(paris, "members"))
                .extracting(row -> row.path("standing").asString())
                .containsExactlyInAnyOrder("STEWARD", "MEMBER");
        assertThat(paris.get(ghouta.path(""))
                        .done()
                        .json()
                        .path("name")
                        .path("ar")
                        .asString())
                .isEqualTo("الغوطة");
    }

    @Test
    void one_of_many_who_claim_a_task_gets_it() throws Exception {
        var task = task();

        var replies = race(n -> () -> (n % 2 == 0 ? berlin : paris).post(ghouta.path("/tasks/" + task + "/claim")));

        var holder = ghouta.row(berlin, "tasks", task).path("holder").asString();
        assertThat(holder)
                .isIn(berlin.organization().value(), paris.organization().value());
        for (var n = 0; n < RACERS; n++) {
            var won = (n % 2 == 0 ? berlin : paris).organization().value().equals(holder);
            assertThat(replies.get(n).status()).as(replies.get(n).http().body()).isEqualTo(won ? 200 : 409);
        }
        assertThat(ghouta.log().stream()
                        .filter(line -> line.path("event").asString().equals("tasks.TaskClaimed")))
                .hasSize(1);
    }

    @Test
    void one_of_many_who_want_one_place_and_time_gets_it() throws Exception {
        var replies = race(n -> () -> (n % 2 == 0 ? berlin : paris).post(ghouta.path("/actions"), VIGIL));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> reply.refused(409, "actions-collide"));
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
    }

    @Test
    void a_collision_that_is_acknowledged_goes_through_and_shows() {
        var first = berlin.post(ghouta.path("/actions"), VIGIL).id();
        ghouta.refusing(409, "actions-collide", () -> paris.post(ghouta.path("/actions"), VIGIL));

        var knowing = new HashMap<>(VIGIL);
        knowing.put("acknowledged", List.of(first));
        paris.post(ghouta.path("/actions"), knowing).done();
        assertThat(ghouta.rows(berlin, "collisions")).hasSize(1);
        berlin.post(ghouta.path("/actions/" + first + "/cancel")).done();
        assertThat(ghouta.rows(berlin, "collisions")).isEmpty();
    }

    @Test
    void the_scenario_is_imported_once_however_often_it_is_sent() throws IOException {
        var scenario = scenario();
        var path = ghouta.path("/actions/import?acknowledge=all");

        assertThat(berlin.sheet(path, scenario).done().json().path("scheduled").asInt())
                .isEqualTo(66);
        assertThat(ghouta.rows(paris, "actions")).hasSize(66);
        assertThat(ghouta.rows(paris, "collisions")).hasSize(17);
        var before = ghouta.log().size();
        assertThat(berlin.sheet(path, scenario)
                        .done()
                        .json()
                        .path("alreadyThere")
                        .asInt())
                .isEqualTo(66);
        assertThat(ghouta.log()).hasSize(before);
    }

    @Test
    void cities_are_committed_and_given_back() {
        var call = berlin.post(
                        ghouta.path("/synchronised"),
                        Map.of(
                                "title",
                                Map.of("en", "Candles"),
                                "kind",
                                "vigil",
                                "moment",
                                Map.of("localTime", "2018-02-28T19:00"),
                                "minutes",
                                30,
                                "goal",
                                2))
                .id();
        var cities = ghouta.path("/synchronised/" + call + "/cities");
        berlin.post(cities, Map.of("city", "Berlin")).done();
        paris.post(cities, Map.of("city", "Istanbul")).done();

        assertThat(committed(call))
                .extracting(city -> city.path("localFrom").asString().substring(0, 16))
                .containsExactly("2018-02-28T19:00", "2018-02-28T19:00");
        var city = committed(call).getFirst();
        var owner = city.path("by").asString().equals(berlin.organization().value()) ? berlin : paris;
        owner.post(cities + "/" + city.path("city").asString() + "/withdraw").done();
        assertThat(committed(call)).hasSize(1);
    }

    private List<JsonNode> committed(String call) {
        return ghouta.rows(paris, "cities").stream()
                .filter(city -> city.path("call").asString().equals(call))
                .filter(city -> city.path("standing").asString().equals("COMMITTED"))
                .toList();
    }

    @Test
    void nothing_is_lent_beyond_what_there_is() throws Exception {
        var task = task();
        var resource = berlin.post(
                        ghouta.path("/resources"),
                        Map.of("kind", "equipment", "title", Map.of("en", "Loudspeakers"), "quantity", 3))
                .id();
        var booking =
                Map.of("quantity", 1, "from", "2018-02-24T12:00:00Z", "until", "2018-02-24T20:00:00Z", "task", task);

        var replies = race(n -> () -> paris.post(ghouta.path("/resources/" + resource + "/bookings"), booking));

        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(3);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allSatisfy(reply -> reply.refused(409, "resource-short"));
        assertThat(ghouta.row(berlin, "resources", resource).path("bookings").size())
                .isEqualTo(3);
    }

    @Test
    void a_repeat_with_its_key_is_answered_as_the_first_was() {
        Supplier<Reply> open = () ->
                berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")), "Idempotency-Key", "tap");

        var first = open.get();
        var again = open.get();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(ghouta.rows(berlin, "tasks")).hasSize(1);
    }

    @Test
    void what_a_leaving_organisation_held_is_given_back() throws InterruptedException {
        var task = task();
        paris.post(ghouta.path("/tasks/" + task + "/claim")).done();
        paris.post(ghouta.path("/leave")).done();

        eventually(
                () -> ghouta.row(berlin, "tasks", task).path("state").asString().equals("OPEN"));
        var released = ghouta.log().getLast();
        assertThat(released.path("person").asString()).isEqualTo("automation");
        assertThat(released.path("cause").asString()).isNotBlank();
        paris.get(ghouta.path("/tasks")).refused(404, "no-such-coalition");
    }

    @Test
    void whoever_writes_reads_it_and_the_history_keeps_it() {
        var opened = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")));

        var read = paris.get(ghouta.path("/tasks"), "Tansiq-After", Long.toString(opened.position()));
        assertThat(read.done().items())
                .extracting(row -> row.path("id").asString())
                .containsExactly(opened.id());
        assertThat(read.position()).isGreaterThanOrEqualTo(opened.position());
        assertThat(paris.get(ghouta.path("/tasks/changes?after=" + (opened.position() - 1)))
                        .items())
                .extracting(change -> change.path("position").asLong())
                .containsExactly(opened.position());
        assertThat(paris.get(ghouta.path("/history")).done().http().body().lines())
                .hasSize(4)
                .last()
                .asString()
                .contains("\"event\":\"tasks.TaskOpened\"", "\"person\":\"" + berlin.id() + "\"");
    }

    private String task() {
        return berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit")))
                .id();
    }

    /** What they were answered, each in its place. */
    private static List<Reply> race(IntFunction<Callable<Reply>> racer) throws Exception {
        var barrier = new CyclicBarrier(RACERS);
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            var racers = new ArrayList<Callable<Reply>>();
            for (var n = 0; n < RACERS; n++) {
                var run = racer.apply(n);
                racers.add(() -> {
                    barrier.await();
                    return run.call();
                });
            }
            var replies = new ArrayList<Reply>();
            for (var reply : threads.invokeAll(racers)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }

    private static byte[] scenario() throws IOException {
        try (var file = JourneyContract.class.getResourceAsStream("/demo/ghouta-2018-actions.csv")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (var wait = 0; wait < 500; wait++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("It did not come about within 10 s.");
    }
}
