package org.tansiq.gateway.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

class ResourcesOverHttpTest extends CoalitionServerTest {
    private static final String NOON = "2030-02-24T12:00:00Z";
    private static final String AFTERNOON = "2030-02-24T15:00:00Z";
    private static final String EVENING = "2030-02-24T18:00:00Z";

    private Person berlin;
    private Person paris;
    private CoalitionId coalition;
    private String task;

    @BeforeAll
    void twoOrganizations() {
        berlin = coordinator();
        paris = person(organization(), Role.MEMBER);
    }

    @BeforeEach
    void aCoalitionWithATask() {
        coalition = coalition(berlin.organization(), paris.organization());
        task = id(berlin.post("/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"Sound\"}}"));
    }

    private String resources(String... more) {
        return "/coalitions/" + coalition + "/resources" + (more.length == 0 ? "" : "/" + String.join("/", more));
    }

    private String megaphones(int quantity) {
        return id(berlin.post(
                resources(),
                "{\"kind\": \"EQUIPMENT\", \"title\": {\"ar\": \"مكبّرات صوت\"}, \"quantity\": " + quantity + "}"));
    }

    private String booking(int quantity, String from, String until) {
        return """
                {"quantity": %d, "from": "%s", "until": "%s", "task": "%s"}""".formatted(quantity, from, until, task);
    }

    private String booked(String resource, int quantity, String from, String until) {
        return id(paris.post(resources(resource, "bookings"), booking(quantity, from, until)));
    }

    private JsonNode resource(String id) {
        return row(paris, coalition, "resources", id);
    }

    /** {@code from..until=quantity}, as the row tells what is free. */
    private List<String> free(String resource) {
        return resource(resource)
                .path("free")
                .valueStream()
                .map(free -> free.path("from").asString("") + ".."
                        + free.path("until").asString("") + "="
                        + free.path("quantity").asInt())
                .toList();
    }

    private JsonNode booking(String resource, String booking) {
        return resource(resource)
                .path("bookings")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(booking))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_offer_says_what_where_and_when() {
        var answer = berlin.post(resources(), """
                {"kind": "people", "title": {"en": "Interpreters"}, "details": {"en": "Weekends"}, "quantity": 3,
                 "languages": ["AR", "de"], "city": "برلين", "availableFrom": "%s", "availableUntil": "%s"}
                """.formatted(NOON, EVENING));

        assertThat(answer.statusCode()).isEqualTo(201);
        var offer = resource(id(answer));
        assertThat(offer.path("kind").asString()).isEqualTo("PEOPLE");
        assertThat(offer.path("languages").toString()).isEqualTo("[\"ar\",\"de\"]");
        assertThat(offer.path("where").path("country").asString()).isEqualTo("DE");
        assertThat(offer.path("owner").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(free(id(answer))).containsExactly(NOON + ".." + EVENING + "=3");
    }

    @Test
    void a_booking_for_a_task_takes_from_what_is_free() {
        var megaphones = megaphones(5);

        var id = booked(megaphones, 2, NOON, AFTERNOON);

        assertThat(free(megaphones))
                .containsExactly(".." + NOON + "=5", NOON + ".." + AFTERNOON + "=3", AFTERNOON + "..=5");
        assertThat(booking(megaphones, id).path("task").asString()).isEqualTo(task);
        assertThat(booking(megaphones, id).path("by").asString())
                .isEqualTo(paris.organization().value());
    }

    @Test
    void a_booking_may_be_for_an_action() {
        var action = id(berlin.post("/coalitions/" + coalition + "/actions", """
                {"title": {"en": "Vigil"}, "kind": "VIGIL", "city": "berlin", "country": "DE", "starts": "2030-02-24T12:00"}
                """));
        var megaphones = megaphones(1);

        var id = id(paris.post(resources(megaphones, "bookings"), """
                {"quantity": 1, "from": "%s", "until": "%s", "action": "%s"}""".formatted(NOON, EVENING, action)));

        assertThat(booking(megaphones, id).path("action").asString()).isEqualTo(action);
    }

    @Test
    void nothing_is_lent_beyond_what_is_there() {
        var megaphones = megaphones(5);
        booked(megaphones, 3, NOON, AFTERNOON);

        var refused = paris.post(resources(megaphones, "bookings"), booking(3, "2030-02-24T14:00:00Z", EVENING));

        var problem = problem(refused, 409, "resource-short");
        assertThat(problem.path("free").asInt()).isEqualTo(2);
        assertThat(problem.path("wanted").asInt()).isEqualTo(3);
        assertThat(problem.path("detail").asString()).contains("2", "3");
        booked(megaphones, 3, AFTERNOON, EVENING);
        booked(megaphones, 2, NOON, EVENING);
    }

    @Test
    void of_many_who_book_at_once_only_so_many_get_it_as_there_are() throws Exception {
        var threads = 12;
        var megaphones = megaphones(5);
        var barrier = new CyclicBarrier(threads);
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = IntStream.range(0, threads)
                    .mapToObj(one -> pool.submit(() -> {
                        barrier.await();
                        return statuses.add(paris.post(resources(megaphones, "bookings"), booking(1, NOON, AFTERNOON))
                                .statusCode());
                    }))
                    .toList();
            for (var one : running) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(threads - 5);
        assertThat(free(megaphones)).contains(NOON + ".." + AFTERNOON + "=0");
    }

    @Test
    void what_comes_back_is_free_again() {
        var megaphones = megaphones(2);
        var id = booked(megaphones, 2, "2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z");
        var cancelled = booked(megaphones, 2, NOON, EVENING);

        done(paris.post(resources(megaphones, "bookings", id, "return")));
        done(berlin.post(resources(megaphones, "bookings", cancelled, "cancel")));

        assertThat(booking(megaphones, id).path("state").asString()).isEqualTo("RETURNED");
        assertThat(booking(megaphones, cancelled).path("state").asString()).isEqualTo("CANCELLED");
        booked(megaphones, 2, NOON, EVENING);
        problem(paris.post(resources(megaphones, "bookings", id, "cancel")), 409, "booking-returned");
        problem(paris.post(resources(megaphones, "bookings", cancelled, "return")), 409, "booking-cancelled");
    }

    @Test
    void only_the_booker_and_the_owner_end_a_booking() {
        var madrid = coordinator();
        letIn(coalition, berlin.organization(), madrid.organization());
        var megaphones = megaphones(2);
        var id = booked(megaphones, 1, NOON, EVENING);

        problem(madrid.post(resources(megaphones, "bookings", id, "cancel")), 403, "not-booker");
        problem(madrid.post(resources(megaphones, "bookings", id, "return")), 403, "not-booker");
        problem(madrid.post(resources(megaphones, "withdraw")), 403, "not-owner");
        problem(madrid.post(resources(megaphones, "bookings", "nothing", "cancel")), 404, "no-such-booking");
    }

    @Test
    void a_withdrawn_resource_frees_its_bookings_and_takes_no_more() {
        var megaphones = megaphones(2);
        var id = booked(megaphones, 1, NOON, EVENING);

        done(berlin.post(resources(megaphones, "withdraw")));

        assertThat(resource(megaphones).path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(booking(megaphones, id).path("state").asString()).isEqualTo("CANCELLED");
        problem(paris.post(resources(megaphones, "bookings"), booking(1, NOON, EVENING)), 409, "resource-withdrawn");
    }

    @Test
    void a_booking_lies_within_what_is_offered() {
        var offer = id(berlin.post(resources(), """
                {"kind": "VENUE", "title": {"en": "Hall"}, "quantity": 1, "availableFrom": "%s", "availableUntil": "%s"}
                """.formatted(NOON, AFTERNOON)));

        var refused = paris.post(resources(offer, "bookings"), booking(1, NOON, EVENING));

        assertThat(problem(refused, 409, "resource-unavailable")
                        .path("availableUntil")
                        .asString())
                .isEqualTo(AFTERNOON);
        booked(offer, 1, NOON, AFTERNOON);
    }
}
