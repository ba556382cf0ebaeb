package org.tansiq.gateway.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;

/** What is public is read without signing in, and nothing else is. */
class PublicTest extends CoalitionServerTest {
    private static final String PUBLIC = "\"visibility\": {\"reach\": \"PUBLIC\"}";

    private OrganizationId greens;
    private Person coordinator;
    private CoalitionId coalition;
    private int days;

    @BeforeAll
    void aCoalition() {
        greens = organization("الخضر", "Greens");
        coordinator = person(greens, Role.COORDINATOR);
        coalition = coalition(greens);
    }

    private String made(String things, String title, String more) {
        return id(coordinator.post(
                "/coalitions/" + coalition + things, "{\"title\": {\"en\": \"" + title + "\"}, " + more + "}"));
    }

    private String vigil(String title, String more) {
        days += 2;
        return made("/actions", title, """
                "kind": "VIGIL", "city": "berlin", "starts": "2031-%02d-%02dT12:00",
                "venue": {"name": {"en": "The gate"}, "latitude": 52.5, "longitude": 13.4}, "hashtags": ["ghouta"], %s""".formatted(1 + days / 28, 1 + days % 28, more));
    }

    private JsonNode open(String things) {
        rowsAreThere();
        var answer = client().get("/api/v1/public/" + things);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private List<JsonNode> called(String things, String title) {
        return open(things)
                .valueStream()
                .filter(row -> row.path("title").path("en").asString().equals(title))
                .toList();
    }

    private static String title() {
        return "Title " + UUID.randomUUID();
    }

    @Test
    void of_an_action_everybody_sees_what_whoever_would_come_has_to_know() {
        var title = title();
        vigil(title, PUBLIC + ", \"venueVisibility\": {\"reach\": \"PUBLIC\"}");

        assertThat(called("actions", title)).singleElement().satisfies(action -> {
            assertThat(action.propertyNames())
                    .containsExactlyInAnyOrder(
                            "title",
                            "kind",
                            "status",
                            "city",
                            "venue",
                            "from",
                            "until",
                            "localFrom",
                            "localUntil",
                            "hashtags",
                            "organizers",
                            "organizedBy");
            assertThat(action.path("kind").asString()).isEqualTo("VIGIL");
            assertThat(action.path("status").asString()).isEqualTo("SCHEDULED");
            assertThat(action.path("city").path("en").asString()).isEqualTo("Berlin");
            assertThat(action.path("localFrom").asString()).endsWith("T12:00:00");
            assertThat(action.path("from").asString()).endsWith(":00Z");
            assertThat(action.path("hashtags").toString()).isEqualTo("[\"#ghouta\"]");
            assertThat(action.path("organizers").toString()).contains("الخضر", "Greens");
            assertThat(action.path("venue").path("name").path("en").asString()).isEqualTo("The gate");
            assertThat(action.path("venue").path("at").path("latitude").asDouble())
                    .isEqualTo(52.5);
        });
    }

    @Test
    void a_venue_is_public_only_if_that_is_said_of_it() {
        var title = title();
        vigil(title, PUBLIC);

        assertThat(called("actions", title))
                .singleElement()
                .satisfies(action -> assertThat(action.path("venue").isNull()).isTrue());
    }

    @Test
    void of_a_task_and_a_resource_everybody_sees_what_and_whose() {
        var title = title();
        made("/tasks", title, "\"needed\": {\"en\": \"Two\"}, \"due\": \"2031-01-01T00:00:00Z\", " + PUBLIC);
        made(
                "/resources",
                title,
                "\"kind\": \"VEHICLE\", \"details\": {\"en\": \"Seven seats\"}, \"quantity\": 1, " + PUBLIC);

        assertThat(called("tasks", title)).singleElement().satisfies(task -> {
            assertThat(task.propertyNames()).containsExactlyInAnyOrder("title", "needed", "due", "state", "openedBy");
            assertThat(task.path("due").asString()).isEqualTo("2031-01-01T00:00:00Z");
            assertThat(task.path("state").asString()).isEqualTo("OPEN");
            assertThat(task.path("openedBy").path("en").asString()).isEqualTo("Greens");
        });
        assertThat(called("resources", title)).singleElement().satisfies(resource -> {
            assertThat(resource.propertyNames()).containsExactlyInAnyOrder("title", "details", "kind", "owner");
            assertThat(resource.path("owner").path("ar").asString()).isEqualTo("الخضر");
        });
    }

    @Test
    void what_is_for_fewer_or_under_an_embargo_is_nowhere_until_it_is_lifted() {
        for (var things : List.of("actions", "tasks", "resources")) {
            var title = title();
            for (var reach : List.of("ORG", "COALITION")) {
                thing(things, title, "\"visibility\": {\"reach\": \"" + reach + "\"}");
            }
            var id = thing(
                    things, title, "\"visibility\": {\"reach\": \"PUBLIC\", \"embargo\": \"2031-01-01T00:00:00Z\"}");
            assertThat(called(things, title)).isEmpty();
            assertThat(client().get("/public").body()).doesNotContain(title);

            done(coordinator.post("/coalitions/" + coalition + "/" + things + "/" + id + "/lift-embargo"));

            assertThat(called(things, title)).hasSize(1);
            assertThat(client().get("/public").body()).contains(title);

            done(coordinator.post(
                    "/coalitions/" + coalition + "/" + things + "/" + id + "/show",
                    "{\"visibility\": {\"reach\": \"COALITION\"}}"));
            assertThat(called(things, title)).isEmpty();
        }
    }

    private String thing(String things, String title, String more) {
        return switch (things) {
            case "actions" -> vigil(title, more);
            case "tasks" -> made("/tasks", title, more);
            default -> made("/resources", title, "\"kind\": \"VEHICLE\", \"quantity\": 1, " + more);
        };
    }

    @Test
    void a_cancelled_action_says_so_and_a_withdrawn_resource_is_gone() {
        var title = title();
        var action = vigil(title, PUBLIC);
        var resource = thing("resources", title, PUBLIC);
        done(coordinator.post("/coalitions/" + coalition + "/actions/" + action + "/cancel"));
        done(coordinator.post("/coalitions/" + coalition + "/resources/" + resource + "/withdraw"));

        assertThat(called("actions", title))
                .singleElement()
                .satisfies(cancelled ->
                        assertThat(cancelled.path("status").asString()).isEqualTo("CANCELLED"));
        assertThat(called("resources", title)).isEmpty();
    }

    @Test
    void an_action_that_is_over_is_left_out_and_the_others_come_the_soonest_first() {
        var title = title();
        vigil(title, PUBLIC);
        made(
                "/actions",
                title,
                "\"kind\": \"VIGIL\", \"city\": \"berlin\", \"starts\": \"2018-02-24T12:00\", " + PUBLIC);

        assertThat(called("actions", title)).hasSize(1);
        assertThat(open("actions")
                        .valueStream()
                        .map(action -> action.path("from").asString()))
                .isSorted();
    }

    @Test
    void whoever_passes_by_takes_no_cookie_along() {
        var passerBy = client();

        assertThat(passerBy.get("/public").statusCode()).isEqualTo(200);
        assertThat(passerBy.get("/api/v1/public/actions").statusCode()).isEqualTo(200);

        assertThat(passerBy.hasCookies()).isFalse();
        assertThat(passerBy.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(passerBy.hasCookies()).isTrue();
    }

    @Test
    void no_id_goes_out() {
        var title = title();
        var ids = List.of(
                coalition.value(),
                greens.value(),
                vigil(title, PUBLIC),
                thing("tasks", title, PUBLIC),
                thing("resources", title, PUBLIC));

        for (var things : List.of("actions", "tasks", "resources")) {
            assertThat(open(things).toString()).contains(title).doesNotContain(ids);
        }
        var page = client().get("/public").body();
        assertThat(page).contains(title);
        ids.forEach(id -> assertThat(page).doesNotContain(id));
    }

    @Test
    void the_page_is_there_in_both_languages_and_the_way_to_it_where_one_signs_in() {
        thing("tasks", title(), PUBLIC);
        rowsAreThere();

        assertThat(client().get("/public?lang=ar").body())
                .contains("dir=\"rtl\"", "الخضر")
                .doesNotContain("<script");
        assertThat(client().get("/public").body()).contains("dir=\"ltr\"", "Greens");
        assertThat(client().get("/sign-in").body()).contains("href=\"/public\"");
    }
}
