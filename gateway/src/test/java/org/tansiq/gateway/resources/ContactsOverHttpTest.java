package org.tansiq.gateway.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.resources.ResourceId;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.shared.PublishedView;
import org.tansiq.infra.contacts.ContactId;
import org.tansiq.infra.contacts.Contacts;
import org.tansiq.infra.members.Role;
import org.tansiq.infra.sqlite.DataFolder;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.projections.resources.ContactReadings;
import tools.jackson.databind.JsonNode;

/** Berlin knows a journalist, and lends her to Paris. Madrid is of the same coalition. */
class ContactsOverHttpTest extends CoalitionServerTest {
    @Autowired
    private DataFolder data;

    private Person berlin;
    private Person paris;
    private Person madrid;
    private CoalitionId coalition;
    private String task;
    private String journalist;
    /** Who she is, in words that stand nowhere else. */
    private String who;

    @BeforeAll
    void threeOrganizations() {
        berlin = coordinator();
        paris = person(organization(), Role.MEMBER);
        madrid = coordinator();
    }

    @BeforeEach
    void aContactOfWhomSomethingIsWritten() {
        coalition = coalition(berlin.organization(), paris.organization(), madrid.organization());
        task = id(berlin.post("/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"Statement\"}}"));
        journalist = offered("CONTACT");
        who = "Rim " + UUID.randomUUID();
        written(berlin, who);
    }

    @Test
    void the_owner_writes_reads_replaces_and_deletes_and_nothing_of_it_is_in_the_log() {
        var head = history.head();

        assertThat(toldTheOwner()).isEqualTo(who);
        written(berlin, "Salma\nat the court");
        assertThat(toldTheOwner()).isEqualTo("Salma\nat the court");
        assertThat(berlin.delete(contact()).statusCode()).isEqualTo(204);

        problem(berlin.get(contact()), 409, "no-contact-yet");
        assertThat(history.head()).isEqualTo(head);
        assertThat(readings().path("total").asInt()).isZero();
    }

    @Test
    void nobody_but_the_owner_writes_or_deletes_it_or_reads_it_like_an_owner() {
        booked(-60, 3600);
        for (var other : List.of(paris, madrid)) {
            problem(other.put(contact(), "{\"who\": \"Somebody else\"}"), 403, "not-owner");
            problem(other.delete(contact()), 403, "not-owner");
            problem(other.get(contact()), 403, "not-owner");
            problem(other.get(contact("readings")), 403, "not-owner");
        }
        var outsider = coordinator();
        problem(outsider.get(contact()), 404, "no-such-coalition");
        problem(outsider.get(contact("readings")), 404, "no-such-coalition");
        problem(outsider.postWith(contact("read")), 404, "no-such-coalition");

        assertThat(toldTheOwner()).isEqualTo(who);
    }

    @Test
    void only_of_a_contact_is_it_written_who_it_is() {
        var megaphones = offered("EQUIPMENT");

        problem(berlin.put(resource(megaphones, "contact"), "{\"who\": \"Rim\"}"), 409, "not-a-contact");
        problem(berlin.get(resource(megaphones, "contact")), 409, "not-a-contact");
        problem(paris.postWith(resource(megaphones, "contact", "read")), 409, "not-a-contact");
        problem(berlin.put(resource("nothing", "contact"), "{\"who\": \"Rim\"}"), 404, "no-such-resource");
    }

    @Test
    void what_is_written_has_letters_and_an_end() {
        problem(berlin.put(contact(), "{}"), 422, "missing-field");
        problem(berlin.put(contact(), "{\"who\": \"  \"}"), 422, "text-empty");
        problem(berlin.put(contact(), "{\"who\": \"" + "x".repeat(2001) + "\"}"), 422, "text-too-long");
        problem(berlin.put(contact(), "{\"who\": \"Rim\\u0000\"}"), 422, "control-character");
        assertThat(toldTheOwner()).isEqualTo(who);

        written(berlin, "x".repeat(Contacts.LENGTH_MAX));
    }

    @Test
    void a_member_that_booked_nothing_is_not_told() {
        booked(-60, 3600);

        notLent(madrid);
    }

    @Test
    void whose_booking_has_not_begun_is_not_told() {
        booked(3600, 7200);

        notLent(paris);
    }

    @Test
    void whose_booking_is_over_is_not_told() {
        booked(-7200, -3600);

        notLent(paris);
    }

    @Test
    void whoever_gave_it_back_is_not_told_any_more() {
        var booking = booked(-60, 3600);
        assertThat(read(paris).statusCode()).isEqualTo(200);

        done(paris.post(resource(journalist, "bookings", booking, "return")));

        notLent(paris);
    }

    @Test
    void whose_booking_is_in_force_is_told_and_every_time_is_in_the_log() {
        booked(-60, 3600);
        var head = history.head();

        var first = read(paris);
        var second = read(paris);

        assertThat(json(first).path("who").asString()).isEqualTo(who);
        assertThat(json(second).path("who").asString()).isEqualTo(who);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(first.headers().firstValue("Tansiq-Position"))
                .contains(json(first).path("position").asString());
        assertThat(events(berlin, coalition, head)).containsExactly("resources.ContactRead", "resources.ContactRead");
    }

    @Test
    void where_nothing_is_written_yet_nothing_is_recorded() {
        var other = offered("CONTACT");
        booked(other, -60, 3600);
        var head = history.head();

        problem(paris.postWith(resource(other, "contact", "read")), 409, "no-contact-yet");
        problem(madrid.postWith(resource(other, "contact", "read")), 403, "not-lent");

        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void the_owner_sees_who_read_it_when_and_nobody_else_does() {
        booked(-60, 3600);
        var position = json(read(paris)).path("position").asLong();

        var readings = readings();
        assertThat(readings.path("total").asInt()).isEqualTo(1);
        assertThat(readings.path("last").get(0).path("by").asString())
                .isEqualTo(paris.organization().value());
        assertThat(readings.path("last").get(0).path("at").asString()).isNotBlank();
        assertThat(events(berlin, coalition, position)).containsExactly("resources.ContactRead");
        assertThat(page(berlin, "history")).contains("Contact read");
        assertThat(page(berlin, "resources")).contains("Read by others: 1");
        rowsAreThere();
        for (var other : List.of(paris, madrid)) {
            assertThat(events(other, coalition, position)).isEmpty();
            assertThat(page(other, "history")).doesNotContain("Contact read", "Read by others");
            assertThat(page(other, "resources")).doesNotContain("Contact read", "Read by others");
            assertThat(rows(other, coalition, "resources").toString()).doesNotContain("reading");
            var changes = other.get("/coalitions/" + coalition + "/resources/changes?after=" + (position - 1));
            assertThat(changes.body()).isEqualTo("[]");
        }
        assertThat(Arrays.stream(PublishedView.values()).map(PublishedView::view))
                .doesNotContain(ContactReadings.READINGS);
        assertThat(berlin.get("/coalitions/" + coalition + "/" + ContactReadings.READINGS.name())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_repeat_gives_the_words_and_no_second_event() {
        booked(-60, 3600);
        var key = UUID.randomUUID().toString();
        var first = read(paris, "Idempotency-Key", key);
        var head = history.head();

        var again = read(paris, "Idempotency-Key", key);

        assertThat(json(again)).isEqualTo(json(first));
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void a_repeat_tells_what_stands_there_now_and_nothing_once_it_is_given_back() {
        var booking = booked(-60, 3600);
        var key = UUID.randomUUID().toString();
        assertThat(read(paris, "Idempotency-Key", key).statusCode()).isEqualTo(200);

        written(berlin, "Salma");
        assertThat(json(read(paris, "Idempotency-Key", key)).path("who").asString())
                .isEqualTo("Salma");
        done(paris.post(resource(journalist, "bookings", booking, "return")));

        problem(read(paris, "Idempotency-Key", key), 403, "not-lent");
    }

    @Test
    void an_auditor_is_not_told() {
        booked(-60, 3600);
        var head = history.head();

        problem(person(berlin.organization(), Role.AUDITOR).get(contact()), 403, "read-only-role");
        problem(person(paris.organization(), Role.AUDITOR).postWith(contact("read")), 403, "read-only-role");

        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void what_is_withdrawn_is_deleted_and_not_written_again() {
        booked(-60, 3600);

        done(berlin.post(resource(journalist, "withdraw")));

        problem(berlin.get(contact()), 409, "no-contact-yet");
        problem(berlin.put(contact(), "{\"who\": \"Rim\"}"), 409, "resource-withdrawn");
        problem(berlin.get(contact()), 409, "no-contact-yet");
        problem(read(paris), 403, "not-lent");
    }

    @Test
    void what_stayed_behind_after_a_withdrawal_is_deleted_by_itself() throws InterruptedException {
        done(berlin.post(resource(journalist, "withdraw")));
        contacts.write(kept(), who); // as if a crash had come before the deleting

        // Whatever changes next.
        done(berlin.post("/coalitions/" + coalition + "/tasks", "{\"title\": {\"en\": \"Print\"}}"));

        untilDeleted();
    }

    @Test
    void who_leaves_takes_their_contacts_along() throws InterruptedException {
        var theirs = id(madrid.post(
                "/coalitions/" + coalition + "/resources",
                "{\"kind\": \"CONTACT\", \"title\": {\"en\": \"A printer\"}, \"quantity\": 1}"));
        journalist = theirs;
        written(madrid, who);

        done(madrid.post("/coalitions/" + coalition + "/leave"));

        untilDeleted();
    }

    @Test
    void while_it_is_kept_it_is_in_one_file_and_once_it_is_deleted_in_none() throws IOException {
        booked(-60, 3600);
        assertThat(read(paris, "Idempotency-Key", UUID.randomUUID().toString()).statusCode())
                .isEqualTo(200);
        assertThat(page(berlin, "resources")).doesNotContain(who);
        assertThat(page(paris, "resources")).doesNotContain(who).contains("Show who it is");
        assertThat(page(madrid, "resources")).doesNotContain(who, "Show who it is");
        rowsAreThere();
        assertThat(filesWith(who)).isNotEmpty().allMatch(name -> name.startsWith("contacts.db"));

        assertThat(berlin.delete(contact()).statusCode()).isEqualTo(204);

        assertThat(filesWith(who)).isEmpty();
    }

    private String resource(String id, String... more) {
        var path = "/coalitions/" + coalition + "/resources/" + id;
        return more.length == 0 ? path : path + "/" + String.join("/", more);
    }

    private String contact(String... more) {
        var path = resource(journalist, "contact");
        return more.length == 0 ? path : path + "/" + String.join("/", more);
    }

    private ContactId kept() {
        return new ContactId(coalition, new ResourceId(journalist));
    }

    private String offered(String kind) {
        return id(berlin.post(
                "/coalitions/" + coalition + "/resources",
                "{\"kind\": \"" + kind + "\", \"title\": {\"en\": \"Covers courts\"}, \"quantity\": 2}"));
    }

    private void written(Person owner, String words) {
        var answer = owner.put(contact(), JSON.writeValueAsString(Map.of("who", words)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private String toldTheOwner() {
        var answer = berlin.get(contact());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return json(answer).path("who").asString();
    }

    private JsonNode readings() {
        return json(berlin.get(contact("readings")));
    }

    private String booked(int fromSeconds, int untilSeconds) {
        return booked(journalist, fromSeconds, untilSeconds);
    }

    /** By Paris, seconds from now. */
    private String booked(String contact, int fromSeconds, int untilSeconds) {
        return id(paris.post(resource(contact, "bookings"), """
                {"quantity": 1, "from": "%s", "until": "%s", "task": "%s"}""".formatted(
                        now().plusSeconds(fromSeconds), now().plusSeconds(untilSeconds), task)));
    }

    private HttpResponse<String> read(Person person, String... headers) {
        return person.postWith(contact("read"), headers);
    }

    private void notLent(Person person) {
        var head = history.head();
        var answer = read(person);
        problem(answer, 403, "not-lent");
        assertThat(answer.body()).doesNotContain(who);
        assertThat(history.head()).isEqualTo(head);
    }

    private static String page(Person person, CoalitionId coalition, String name) {
        return person.browser()
                .get("/coalitions/" + coalition + "/" + name + "?lang=en")
                .body();
    }

    private String page(Person person, String name) {
        return page(person, coalition, name);
    }

    private void untilDeleted() throws InterruptedException {
        var until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (contacts.find(kept()).isPresent() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        assertThat(contacts.find(kept())).isEmpty();
    }

    private List<String> filesWith(String words) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.list(data.file("contacts.db").getParent())) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                // Every byte is a letter of its own, so that nothing is lost in reading.
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
