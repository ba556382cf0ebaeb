package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Person;
import org.tansiq.campaign.Reply;
import org.tansiq.infra.members.Role;
import tools.jackson.databind.JsonNode;

class ActionsApiTest extends CoalitionTest {
    private static final Map<String, Object> VIGIL = Map.of(
            "title",
            Map.of("en", "Vigil", "ar", "وقفة"),
            "kind",
            "vigil",
            "city",
            "Berlin",
            "starts",
            "2018-02-24T18:00",
            "ends",
            "2018-02-24T20:00");

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "BERLIN", "برلين"})
    void a_city_is_found_by_any_of_its_names(String name) {
        var row = row(scheduled(with(VIGIL, "city", name)));

        assertThat(row.path("place").path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(row.path("place").path("country").asString()).isEqualTo("DE");
        assertThat(row.path("place").path("name").path("ar").asString()).isEqualTo("برلين");
    }

    @Test
    void a_city_is_found_by_its_id() {
        var city = row(scheduled(VIGIL)).path("place").path("city").asString();

        var later = with(with(VIGIL, "starts", "2018-02-25T18:00"), "ends", "2018-02-25T20:00");
        assertThat(row(scheduled(with(later, "city", city)))
                        .path("place")
                        .path("city")
                        .asString())
                .isEqualTo(city);
    }

    @Test
    void an_unknown_city_is_refused_with_the_names_that_are_nearest() {
        var problem = refused(422, "unknown-city", with(VIGIL, "city", "Berlni"));

        assertThat(problem.path("field").asString()).isEqualTo("city");
        assertThat(problem.path("nearest").values())
                .anySatisfy(city ->
                        assertThat(city.path("name").path("en").asString()).isEqualTo("Berlin"));
    }

    @Test
    void a_name_that_several_cities_bear_is_refused_with_all_of_them_and_taken_with_its_country() {
        var problem = refused(422, "ambiguous-city", with(VIGIL, "city", "Tripoli"));
        assertThat(problem.path("cities").values())
                .extracting(city -> city.path("country").asString())
                .contains("LB", "LY");

        var row = row(scheduled(with(with(VIGIL, "city", "Tripoli"), "country", "LB")));
        assertThat(row.path("place").path("zone").asString()).isEqualTo("Asia/Beirut");
    }

    @Test
    void all_that_was_given_stands_in_the_calendar() {
        var venue = Map.of("name", Map.of("en", "Alexanderplatz"), "latitude", 52.5219, "longitude", 13.4132);
        var id = scheduled(
                with(with(VIGIL, "venue", venue), "hashtags", List.of("#أنقذوا_الغوطة", "SaveGhouta", "#SaveGhouta")));
        var row = row(id);

        assertThat(row.path("title").path("ar").asString()).isEqualTo("وقفة");
        assertThat(row.path("kind").asString()).isEqualTo("VIGIL");
        assertThat(row.path("status").asString()).isEqualTo("SCHEDULED");
        assertThat(row.path("from").asString()).isEqualTo("2018-02-24T17:00:00Z");
        assertThat(row.path("localFrom").asString()).startsWith("2018-02-24T18:00");
        assertThat(row.path("localUntil").asString()).startsWith("2018-02-24T20:00");
        assertThat(row.path("venue").path("at").path("latitude").asDouble()).isEqualTo(52.5219);
        assertThat(texts(row.path("hashtags"))).containsExactly("#أنقذوا_الغوطة", "#SaveGhouta");
        assertThat(texts(row.path("organizers")))
                .containsExactly(berlin.organization().value());
    }

    @Test
    void a_collision_is_refused_with_what_it_collides_with() {
        var first = scheduled(berlin, with(VIGIL, "venue", Map.of("name", Map.of("en", "Alexanderplatz"))));

        var collision = refused(paris, 409, "actions-collide", later())
                .path("collisions")
                .get(0);

        assertThat(collision.path("id").asString()).isEqualTo(first);
        assertThat(collision.path("title").path("ar").asString()).isEqualTo("وقفة");
        assertThat(collision.path("by").asString())
                .isEqualTo(berlin.organization().value());
        assertThat(collision.path("from").asString()).isEqualTo("2018-02-24T17:00:00Z");
        assertThat(collision.path("until").asString()).isEqualTo("2018-02-24T19:00:00Z");
        assertThat(collision.path("venue").toString()).contains("Alexanderplatz");
        assertThat(ghouta.rows(paris, "actions")).hasSize(1);
    }

    @Test
    void it_goes_through_when_it_names_them_as_acknowledged_and_both_sides_see_it() {
        var first = scheduled(berlin, VIGIL);
        var second = scheduled(paris, with(later(), "acknowledged", List.of(first)));

        var collision = ghouta.rows(berlin, "collisions").getFirst();
        assertThat(collision.path("earlier").asString()).isEqualTo(first);
        assertThat(collision.path("later").asString()).isEqualTo(second);
        assertThat(texts(collision.path("acknowledgedBy")))
                .containsExactly(paris.organization().value());
    }

    @Test
    void to_acknowledge_something_else_does_not_help() {
        scheduled(berlin, VIGIL);
        refused(paris, 409, "actions-collide", with(later(), "acknowledged", List.of("something-else")));
    }

    @Test
    void the_other_side_acknowledges_too() {
        var first = scheduled(berlin, VIGIL);
        var second = scheduled(paris, with(later(), "acknowledged", List.of(first)));

        berlin.post(at(first, "/acknowledge"), Map.of("overlapping", List.of(second)))
                .done();

        assertThat(texts(ghouta.rows(paris, "collisions").getFirst().path("acknowledgedBy")))
                .containsExactlyInAnyOrder(
                        berlin.organization().value(), paris.organization().value());
        assertThat(ghouta.writing(() -> berlin.post(at(first, "/acknowledge"), Map.of("overlapping", List.of(second)))
                        .done()))
                .isEmpty();
    }

    @Test
    void only_what_overlaps_is_acknowledged_and_only_by_an_organiser() {
        var first = scheduled(berlin, VIGIL);
        var far = scheduled(paris, with(VIGIL, "city", "Paris"));

        ghouta.refusing(
                404,
                "no-such-action",
                () -> berlin.post(at(first, "/acknowledge"), Map.of("overlapping", List.of(far))));
        ghouta.refusing(
                403, "not-organizer", () -> paris.post(at(first, "/acknowledge"), Map.of("overlapping", List.of(far))));
        ghouta.refusing(422, "missing-field", () -> berlin.post(at(first, "/acknowledge"), Map.of()));
    }

    @Test
    void an_action_is_moved_and_the_calendar_shows_it_there() {
        var id = scheduled(VIGIL);

        berlin.post(at(id, "/reschedule"), Map.of("starts", "2018-02-25T10:00", "ends", "2018-02-25T11:00"))
                .done();
        assertThat(row(id).path("localFrom").asString()).startsWith("2018-02-25T10:00");

        berlin.post(at(id, "/reschedule"), Map.of("starts", "2018-02-25T12:00", "city", "نيويورك"))
                .done();
        assertThat(row(id).path("from").asString()).isEqualTo("2018-02-25T17:00:00Z");
    }

    @Test
    void an_action_that_is_moved_without_a_new_end_lasts_as_long_as_it_did() {
        var id = scheduled(VIGIL);

        berlin.post(at(id, "/reschedule"), Map.of("starts", "2018-02-25T10:00")).done();

        assertThat(row(id).path("localUntil").asString()).startsWith("2018-02-25T12:00");
    }

    @Test
    void moving_obeys_the_same_rule() {
        var first = scheduled(berlin, VIGIL);
        var moving = scheduled(paris, with(with(VIGIL, "starts", "2018-02-25T18:00"), "ends", "2018-02-25T20:00"));
        Map<String, Object> onto = Map.of("starts", "2018-02-24T19:00", "ends", "2018-02-24T21:00");

        ghouta.refusing(409, "actions-collide", () -> paris.post(at(moving, "/reschedule"), onto));
        paris.post(at(moving, "/reschedule"), with(onto, "acknowledged", List.of(first)))
                .done();
        assertThat(ghouta.rows(berlin, "collisions")).hasSize(1);
    }

    @Test
    void only_an_organiser_moves_or_cancels_and_what_is_cancelled_stays() {
        var id = scheduled(berlin, VIGIL);
        Map<String, Object> move = Map.of("starts", "2018-02-25T10:00");

        ghouta.refusing(403, "not-organizer", () -> paris.post(at(id, "/reschedule"), move));
        ghouta.refusing(403, "not-organizer", () -> paris.post(at(id, "/cancel")));
        berlin.post(at(id, "/cancel")).done();
        ghouta.refusing(409, "action-cancelled", () -> berlin.post(at(id, "/reschedule"), move));
    }

    @Test
    void a_cancelled_action_says_why_and_frees_its_place() {
        var id = scheduled(berlin, VIGIL);

        berlin.post(at(id, "/cancel"), Map.of("message", Map.of("en", "No permit", "ar", "لا تصريح")))
                .done();

        assertThat(row(id).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(row(id).path("message").path("ar").asString()).isEqualTo("لا تصريح");
        scheduled(paris, later());
        assertThat(ghouta.rows(paris, "collisions")).isEmpty();
        assertThat(ghouta.writing(() -> berlin.post(at(id, "/cancel")).done())).isEmpty();
    }

    @Test
    void members_join_and_leave_an_action_and_the_last_one_stays() {
        var id = scheduled(berlin, VIGIL);

        paris.post(at(id, "/join")).done();
        assertThat(texts(row(id).path("organizers")))
                .containsExactly(
                        berlin.organization().value(), paris.organization().value());
        berlin.post(at(id, "/leave")).done();
        assertThat(texts(row(id).path("organizers")))
                .containsExactly(paris.organization().value());
        ghouta.refusing(409, "last-organizer", () -> paris.post(at(id, "/leave")));
    }

    @ParameterizedTest
    @CsvSource({
        "ends, 2018-02-24T17:00, end-before-start, ends",
        "ends, 2018-02-24T18:00, end-before-start, ends",
        "ends, 2018-03-24T18:00, too-long, ends",
        "starts, tomorrow, bad-time, starts",
        "starts, 2018-02-30T18:00, bad-time, starts",
        "starts, 2018-02-24T18:00:00Z, bad-time, starts",
        "ends, 24.2.2018, bad-time, ends",
        "starts, , missing-field, starts",
        "starts, +999999999-12-31T23:59, bad-time, starts",
        "starts, 1899-12-31T18:00, time-out-of-range, starts",
        "starts, 2200-01-01T18:00, time-out-of-range, starts",
        "zone, Europe/Atlantis, bad-zone, zone",
        "kind, picnic, bad-choice, kind",
        "kind, , missing-field, kind",
        "city, , missing-field, city",
        "city, '', text-empty, city",
        "title, , text-empty, title",
    })
    void what_makes_no_sense_is_refused_and_the_field_named(String field, String value, String code, String named) {
        assertThat(refused(422, code, with(VIGIL, field, value)).path("field").asString())
                .isEqualTo(named);
    }

    @Test
    void coordinates_are_on_earth_and_both_or_neither() {
        refusedVenue("coordinates-out-of-range", "venue.latitude", Map.of("latitude", 90.01, "longitude", 13.4));
        refusedVenue("coordinates-out-of-range", "venue.longitude", Map.of("latitude", 52.5, "longitude", -180.5));
        refusedVenue("missing-field", "venue.longitude", Map.of("latitude", 52.5));
        refusedVenue("missing-field", "venue.latitude", Map.of("longitude", 13.4));
        scheduled(with(VIGIL, "venue", Map.of("latitude", -90, "longitude", 180)));
    }

    @Test
    void hashtags_are_hashtags() {
        refused(422, "bad-hashtag", with(VIGIL, "hashtags", List.of("#save ghouta")));
        refused(422, "bad-hashtag", with(VIGIL, "hashtags", List.of("#" + "a".repeat(100))));
        refused(
                422,
                "too-many",
                with(
                        VIGIL,
                        "hashtags",
                        IntStream.range(0, 21).mapToObj(n -> "#tag" + n).toList()));
        refused(422, "missing-field", with(VIGIL, "hashtags", Arrays.asList("#a", null)));
        refused(422, "missing-field", with(VIGIL, "acknowledged", Collections.singletonList(null)));
    }

    @Test
    void texts_have_their_limits() {
        var problem = refused(422, "text-too-long", with(VIGIL, "title", Map.of("en", "a".repeat(10_000))));
        assertThat(problem.path("detail").asString())
                .contains(problem.path("max").asString());
        refused(422, "text-empty", with(VIGIL, "title", Map.of("en", "   ")));
        refused(422, "no-such-language", with(VIGIL, "title", Map.of("klingon!", "Vigil")));
    }

    @Test
    void times_are_local_to_the_city_or_to_the_zone_that_is_named() {
        assertThat(row(scheduled(with(VIGIL, "city", "New York"))).path("from").asString())
                .isEqualTo("2018-02-24T23:00:00Z");
        var row = row(scheduled(with(with(VIGIL, "city", "London"), "zone", "Europe/Berlin")));
        assertThat(row.path("from").asString()).isEqualTo("2018-02-24T17:00:00Z");
        assertThat(row.path("localFrom").asString()).startsWith("2018-02-24T17:00");
    }

    @Test
    void an_hour_that_the_clocks_skip_is_one_later() {
        var row = row(scheduled(with(with(VIGIL, "starts", "2018-03-25T02:30"), "ends", "2018-03-25T04:00")));
        assertThat(row.path("from").asString()).isEqualTo("2018-03-25T01:30:00Z");
        assertThat(row.path("localFrom").asString()).startsWith("2018-03-25T03:30");
    }

    @Test
    void without_an_end_an_action_lasts_ninety_minutes_also_while_the_clocks_change() {
        var skipped = with(with(VIGIL, "starts", "2018-03-25T02:30"), "ends", null);
        assertThat(row(scheduled(skipped)).path("until").asString()).isEqualTo("2018-03-25T03:00:00Z");
        var twice = with(with(VIGIL, "starts", "2018-10-28T02:30"), "ends", null);
        assertThat(row(scheduled(twice)).path("from").asString()).isEqualTo("2018-10-28T00:30:00Z");
        assertThat(ghouta.rows(berlin, "actions"))
                .extracting(row -> row.path("until").asString())
                .contains("2018-10-28T02:00:00Z");
    }

    @Test
    void one_of_many_who_want_one_place_and_time_gets_it() throws Exception {
        var barrier = new CyclicBarrier(16);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var racers = new ArrayList<Callable<Reply>>();
            for (var n = 0; n < 16; n++) {
                var racer = n % 2 == 0 ? berlin : paris;
                // A quarter of an hour apart, some before midnight and some after: all overlap, not all share both
                // days.
                var starts = "2018-02-24T23:%02d".formatted(n * 3);
                var wanted = with(with(VIGIL, "starts", starts), "ends", "2018-02-25T01:00");
                racers.add(() -> {
                    barrier.await();
                    return racer.post(ghouta.path("/actions"), wanted);
                });
            }
            var replies = new ArrayList<Reply>();
            for (var racer : threads.invokeAll(racers)) {
                replies.add(racer.get());
            }
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 201)
                    .allSatisfy(reply -> reply.refused(409, "actions-collide"));
        }
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
        assertThat(ghouta.rows(berlin, "collisions")).isEmpty();
    }

    @Test
    void a_repeat_with_its_key_is_the_same_action() {
        var first = berlin.post(ghouta.path("/actions"), VIGIL, "Idempotency-Key", "tap");
        var again = berlin.post(ghouta.path("/actions"), VIGIL, "Idempotency-Key", "tap");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
    }

    @Test
    void who_does_not_belong_sees_nothing_and_who_only_reads_changes_nothing() {
        var id = scheduled(VIGIL);
        var auditor = campaign.person(berlin.organization(), Role.AUDITOR);
        var member = campaign.person(paris.organization(), Role.MEMBER);

        for (var path : List.of(ghouta.path("/actions"), at(id, "/reschedule"))) {
            ghouta.refusing(404, "no-such-coalition", () -> outsider.post(path, "{}"));
            assertThat(auditor.post(path, "{}").status()).isEqualTo(403);
        }
        outsider.get(ghouta.path("/actions")).refused(404, "no-such-coalition");
        assertThat(auditor.get(ghouta.path("/actions")).done().items()).hasSize(1);
        member.post(ghouta.path("/actions"), with(VIGIL, "city", "Paris")).done();
    }

    @Test
    void an_action_of_another_coalition_is_not_there() {
        var id = scheduled(VIGIL);
        var aleppo = campaign.coalition(berlin);

        for (var verb : List.of("/cancel", "/join", "/leave")) {
            ghouta.refusing(404, "no-such-action", () -> berlin.post(aleppo.path("/actions/" + id + verb)));
        }
        aleppo.refusing(
                404,
                "no-such-action",
                () -> berlin.post(aleppo.path("/actions/" + id + "/reschedule"), Map.of("starts", "2018-02-25T10:00")));
        berlin.post(aleppo.path("/actions"), VIGIL).done(); // nor is it in its way
    }

    private String scheduled(Map<String, Object> fields) {
        return scheduled(berlin, fields);
    }

    private String scheduled(Person by, Map<String, Object> fields) {
        return by.post(ghouta.path("/actions"), fields).id();
    }

    private JsonNode row(String id) {
        return ghouta.row(berlin, "actions", id);
    }

    private JsonNode refused(int status, String code, Map<String, Object> fields) {
        return refused(berlin, status, code, fields);
    }

    private JsonNode refused(Person by, int status, String code, Map<String, Object> fields) {
        return ghouta.refusing(status, code, () -> by.post(ghouta.path("/actions"), fields));
    }

    private void refusedVenue(String code, String field, Map<String, Object> venue) {
        assertThat(refused(422, code, with(VIGIL, "venue", venue)).path("field").asString())
                .isEqualTo(field);
    }

    private String at(String action, String verb) {
        return ghouta.path("/actions/" + action + verb);
    }

    private static Map<String, Object> later() {
        return with(with(VIGIL, "starts", "2018-02-24T19:00"), "ends", "2018-02-24T21:00");
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
