package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MergingOverHttpTest extends CoalitionServerTest {
    private Person berlin;
    private Person paris;
    private Person lawyers;
    private CoalitionId coalition;
    private String vigil;
    private String march;

    @BeforeAll
    void three() {
        berlin = coordinator();
        paris = coordinator();
        lawyers = person(organization(), Role.MEMBER);
    }

    /** One vigil that was entered twice, by two who did not know of each other. */
    @BeforeEach
    void entered_twice() {
        coalition = coalition(berlin.organization(), paris.organization(), lawyers.organization());
        vigil = action(berlin, "Vigil for Ghouta", "12:00", "[\"SaveGhouta\"]", "");
        march = action(paris, "Ghouta vigil", "12:30", "[\"SaveGhouta\", \"StopTheSiege\"]", acknowledging(vigil));
    }

    private String in(String path) {
        return "/coalitions/" + coalition + path;
    }

    private static String acknowledging(String action) {
        return ", \"acknowledged\": [\"" + action + "\"]";
    }

    private String action(Person by, String title, String hour, String hashtags, String more) {
        return id(by.post(in("/actions"), """
                {"title": {"en": "%s"}, "kind": "VIGIL", "city": "berlin", "starts": "2030-02-24T%s", "ends": "2030-02-24T14:00",
                 "venue": {"name": {"en": "Alexanderplatz"}}, "hashtags": %s%s}""".formatted(title, hour, hashtags, more)));
    }

    private String task(Person by, String action, String title) {
        return id(by.post(in("/tasks"), """
                {"title": {"en": "%s"}, "action": "%s"}""".formatted(title, action)));
    }

    private HttpResponse<String> merge(Person by, String last, String... more) {
        return by.post(
                in("/actions/" + vigil + "/merge" + last),
                "{\"with\": \"" + march + "\"" + String.join("", more) + "}");
    }

    private void merged() {
        done(merge(berlin, ""));
        done(merge(paris, "/agree"));
    }

    private JsonNode row(String view, String id) {
        return row(lawyers, coalition, view, id);
    }

    /** Everything that is seen, less how often it was changed. */
    private List<String> everything() {
        var all = new ArrayList<String>();
        for (var view : List.of("actions", "collisions", "tasks", "resources", "sessions")) {
            for (var row : rows(lawyers, coalition, view)) {
                ((ObjectNode) row).remove("revision");
                all.add(row.toString());
            }
        }
        return all;
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String of(Person person) {
        return person.organization().value();
    }

    @Test
    void two_become_one_and_two_again_and_everything_is_as_it_was() {
        var permit = task(paris, march, "Permit");
        done(lawyers.post(in("/tasks/" + permit + "/claim")));
        var banner = task(berlin, vigil, "Banner");
        done(berlin.post(in("/tasks/" + banner + "/claim")));
        var loud = id(lawyers.post(
                in("/resources"), "{\"kind\": \"EQUIPMENT\", \"title\": {\"en\": \"Loudspeaker\"}, \"quantity\": 2}"));
        var booking = id(paris.post(in("/resources/" + loud + "/bookings"), """
                {"quantity": 1, "from": "2030-02-24T10:00:00Z", "until": "2030-02-24T14:00:00Z", "action": "%s"}""".formatted(march)));
        var session = id(paris.post(in("/sessions"), """
                {"body": {"en": "Council"}, "title": {"en": "Session"}, "place": {"en": "Geneva"}, "from": "2030-02-25T10:00",
                 "until": "2030-02-25T12:00", "leadDays": 10}"""));
        done(paris.post(in("/sessions/" + session + "/actions"), "{\"action\": \"" + march + "\"}"));
        var before = everything();

        merged();

        var one = row("actions", vigil);
        assertThat(one.path("status").asString()).isEqualTo("SCHEDULED");
        assertThat(texts(one.path("organizers"))).containsExactly(of(berlin), of(paris));
        assertThat(texts(one.path("hashtags"))).containsExactly("#SaveGhouta", "#StopTheSiege");
        var joined = one.path("merging").path("joined").get(0);
        assertThat(joined.path("action").asString()).isEqualTo(march);
        assertThat(texts(joined.path("organizers"))).containsExactly(of(paris));
        var gone = row("actions", march);
        assertThat(gone.path("status").asString()).isEqualTo("MERGED");
        assertThat(gone.path("merging").path("into").asString()).isEqualTo(vigil);
        assertThat(rows(lawyers, coalition, "collisions")).isEmpty();
        var moved = row("tasks", permit);
        assertThat(moved.path("action").asString()).isEqualTo(march);
        assertThat(texts(moved.path("under"))).containsExactly(vigil);
        assertThat(moved.path("holder").asString()).isEqualTo(of(lawyers));
        assertThat(row("resources", loud)
                        .path("bookings")
                        .get(0)
                        .path("under")
                        .get(0)
                        .asString())
                .isEqualTo(vigil);
        assertThat(json(lawyers.get(in("/sessions/preparation")))
                        .get(0)
                        .path("actions")
                        .get(0)
                        .asString())
                .isEqualTo(vigil);

        var undone = done(merge(berlin, "/undo"));

        assertThat(undone.path("changed")).isEmpty();
        assertThat(undone.path("id").asString()).isEqualTo(march);
        assertThat(everything()).isEqualTo(before);
        assertThat(booking).isNotEmpty();
    }

    @Test
    void undoing_says_what_was_changed_meanwhile() {
        var permit = task(paris, march, "Permit");
        done(lawyers.post(in("/tasks/" + permit + "/claim")));
        var untouched = task(paris, march, "Flowers");
        var loud = id(lawyers.post(
                in("/resources"), "{\"kind\": \"EQUIPMENT\", \"title\": {\"en\": \"Loudspeaker\"}, \"quantity\": 2}"));
        var booking = id(paris.post(in("/resources/" + loud + "/bookings"), """
                {"quantity": 1, "from": "2030-02-24T10:00:00Z", "until": "2030-02-24T14:00:00Z", "action": "%s"}""".formatted(march)));
        merged();
        done(lawyers.post(in("/tasks/" + permit + "/release")));
        done(paris.post(in("/resources/" + loud + "/bookings/" + booking + "/cancel")));
        var another = id(berlin.post(in("/resources/" + loud + "/bookings"), """
                {"quantity": 1, "from": "2030-02-24T10:00:00Z", "until": "2030-02-24T14:00:00Z", "task": "%s"}""".formatted(untouched)));
        done(paris.post(in("/actions/" + vigil + "/leave")));

        var changed = done(merge(paris, "/undo")).path("changed");

        assertThat(changed)
                .extracting(
                        one -> one.path("kind").asString(),
                        one -> one.path("id").asString(),
                        one -> one.path("was").asString(),
                        one -> one.path("is").asString())
                .containsExactlyInAnyOrder(
                        tuple("task", permit, "HELD", "OPEN"),
                        tuple("booking", booking, "BOOKED", "CANCELLED"),
                        tuple("booking", another, "", "BOOKED"),
                        tuple("organizer", vigil, "ORGANIZED", "LEFT"));
        assertThat(row("tasks", permit).path("state").asString()).isEqualTo("OPEN");
        assertThat(row("tasks", permit).path("under")).isEmpty();
    }

    @Test
    void a_preview_says_what_would_be_and_changes_nothing() {
        var permit = task(paris, march, "Permit");
        done(lawyers.post(in("/tasks/" + permit + "/claim")));
        rowsAreThere();
        var head = history.head();

        var preview = json(berlin.get(in("/actions/" + vigil + "/merge?with=" + march)));

        assertThat(texts(preview.path("organizers"))).containsExactly(of(berlin), of(paris));
        assertThat(texts(preview.path("joining"))).containsExactly(of(paris));
        assertThat(texts(preview.path("hashtags"))).containsExactly("#SaveGhouta", "#StopTheSiege");
        assertThat(preview.path("tasks").get(0).path("holder").asString()).isEqualTo(of(lawyers));
        assertThat(preview.path("agreement").path("atOnce").asBoolean()).isFalse();
        assertThat(texts(preview.path("agreement").path("of"))).containsExactly(of(paris));
        assertThat(preview.path("agreement").path("obstacle").isNull()).isTrue();
        assertThat(json(lawyers.get(in("/actions/" + vigil + "/merge?with=" + march)))
                        .path("agreement")
                        .path("obstacle")
                        .asString())
                .isEqualTo("not-organizer");
        refused(422, "same-action", berlin.get(in("/actions/" + vigil + "/merge?with=" + vigil)));
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void what_is_hidden_is_not_in_the_preview_and_is_not_there() {
        var secret = id(paris.post(in("/tasks"), """
                {"title": {"en": "Secret"}, "action": "%s", "visibility": {"reach": "ORG"}}""".formatted(march)));
        rowsAreThere();
        assertThat(berlin.get(in("/actions/" + vigil + "/merge?with=" + march)).body())
                .doesNotContain(secret)
                .doesNotContain("Secret");
        assertThat(paris.get(in("/actions/" + vigil + "/merge?with=" + march)).body())
                .contains(secret);

        done(paris.post(in("/actions/" + march + "/show"), "{\"visibility\": {\"reach\": \"ORG\"}}"));
        rowsAreThere();
        refused(404, "no-such-action", berlin.get(in("/actions/" + vigil + "/merge?with=" + march)));
        refused(404, "no-such-action", berlin.get(in("/actions/" + vigil + "/merge?with=nothing")));
        refused(404, "no-such-action", merge(berlin, ""));
        refused(409, "merge-unseen", merge(paris, ""));
    }

    @Test
    void a_merge_with_what_one_may_not_see_is_not_told() {
        march = action(paris, "Meeting", "13:45", "[]", """
                , "acknowledged": ["%s", "%s"], "visibility": {"reach": "NAMED", "named": ["%s"]}""".formatted(vigil, march, of(berlin)));
        merged();
        rowsAreThere();

        for (var path : List.of("/actions", "/actions/" + vigil, "/tasks", "/history", "/actions/changes?after=-1")) {
            assertThat(lawyers.get(in(path)).body()).as(path).doesNotContain(march);
        }
        assertThat(berlin.get(in("/actions/" + vigil)).body()).contains(march);
        assertThat(berlin.get(in("/history")).body()).contains("actions.ActionsMerged");
    }

    @Test
    void the_other_side_agrees_and_nobody_else() {
        done(merge(berlin, ""));
        var proposal = row("actions", march).path("merging").path("proposals").get(0);
        assertThat(proposal.path("by").asString()).isEqualTo(of(berlin));
        assertThat(row("actions", vigil).path("merging").path("proposals")).hasSize(1);
        refused(403, "other-side-agrees", merge(berlin, "/agree"));
        refused(403, "not-organizer", merge(lawyers, "/agree"));
        done(merge(paris, "/decline"));
        assertThat(row("actions", march).has("merging")).isFalse();
        refused(409, "no-merge-proposal", merge(paris, "/agree"));
    }

    @Test
    void nothing_is_added_to_what_is_gone() {
        merged();
        refused(409, "action-merged", paris.post(in("/tasks"), """
                {"title": {"en": "Late"}, "action": "%s"}""".formatted(march)));
        refused(409, "action-merged", lawyers.post(in("/actions/" + march + "/join")));
        refused(
                409,
                "action-merged",
                paris.post(in("/actions/" + march + "/reschedule"), "{\"starts\": \"2030-03-01T12:00\"}"));
        refused(409, "action-merged", paris.post(in("/actions/" + march + "/cancel")));
    }

    @Test
    void undoing_is_told_what_came_to_the_place_and_time_meanwhile() {
        merged();
        var stand = action(lawyers, "Stand", "13:00", "[]", acknowledging(vigil));
        var told = merge(paris, "/undo");
        refused(409, "actions-collide", told);
        assertThat(json(told)
                        .path("collisions")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .contains(stand);
        done(merge(paris, "/undo", ", \"acknowledged\": [\"" + stand + "\"]"));
        assertThat(rows(lawyers, coalition, "collisions")).hasSize(3);
    }

    @Test
    void in_a_calendar_feed_what_is_gone_is_cancelled_and_comes_back() throws Exception {
        var browser = lawyers.browser();
        var feed = json(browser.json(
                        "/api/v1/me/feeds",
                        "{\"coalition\": \"" + coalition + "\", \"subject\": \"COALITION\"}",
                        "X-CSRF-TOKEN",
                        browser.token("/sign-in")))
                .path("path")
                .asString();
        var first = entry(feed);
        merged();
        var merged = entry(feed);
        done(merge(berlin, "/undo"));
        var back = entry(feed);

        assertThat(List.of(status(first), status(merged), status(back)))
                .containsExactly("CONFIRMED", "CANCELLED", "CONFIRMED");
        assertThat(sequence(merged)).isGreaterThan(sequence(first));
        assertThat(sequence(back)).isGreaterThan(sequence(merged));
    }

    private VEvent entry(String feed) throws Exception {
        rowsAreThere();
        var answer = client().get(feed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new CalendarBuilder()
                .build(new StringReader(answer.body())).<VEvent>getComponents("VEVENT").stream()
                        .filter(event -> event.getUid().orElseThrow().getValue().startsWith(march))
                        .findFirst()
                        .orElseThrow();
    }

    private static String status(VEvent event) {
        return Objects.requireNonNull(event.getStatus()).getValue();
    }

    private static int sequence(VEvent event) {
        return Objects.requireNonNull(event.getSequence()).getSequenceNo();
    }
}
