package org.tansiq.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.gateway.shared.Settings;
import org.tansiq.infra.members.PersonalData;
import org.tansiq.infra.members.Role;
import org.tansiq.probe.CoalitionServerTest;
import org.tansiq.probe.Person;
import org.tansiq.probe.Tokens;

/** A person at work in every way there is asks to be erased; what is left of them is what they did. */
class ErasedPersonTest extends CoalitionServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int POLICY_VIOLATION = 1008;

    @Autowired
    private Settings settings;

    private final long run = System.nanoTime();
    private final String title = "Zwetschge" + run;
    private final String tag = "Holunder" + run;
    private final String venue = "زعرور" + run;
    private final String imported = "Mispel" + run;
    private final String name = "Quitte" + run;
    private final String token = "Schlehe" + run;

    private static String task(String title) {
        return "{\"title\": {\"en\": \"" + title + "\"}}";
    }

    private String action(String venueName) {
        return """
                {"title": {"en": "%s"}, "kind": "VIGIL", "city": "Berlin",
                 "starts": "2031-03-03T18:00", "ends": "2031-03-03T19:00",
                 "venue": {"name": {"ar": "%s"}}, "hashtags": ["#%s"], "acknowledged": []}""".formatted(title, venueName, tag);
    }

    private List<Path> filesWith(String word) {
        try (var files = Files.walk(settings.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, word))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean contains(Path file, String word) {
        try {
            var all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                    .anyMatch(code -> all.contains(new String(word.getBytes(code), StandardCharsets.ISO_8859_1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nothing_goes_on_and_no_word_is_left_when_the_answer_comes() {
        var organization = organization();
        var member = person(organization, Role.MEMBER);
        var other = person(organization, Role.MEMBER);
        var coalition = coalition(organization);
        var person = new PersonId(json(member.get("/me")).path("person").asString());
        accounts.tell(new PersonalData(person, name, name + "@example.org", List.of("ar", "de")));
        var browser = member.browser();
        var session = LiveSocket.open(browser.server(), "Cookie", browser.cookie("tansiq"));
        var program = LiveSocket.open(browser.server(), "Authorization", Tokens.bearer(member.token()));
        var made = browser.json(
                "/api/v1/me/tokens",
                "{\"name\": \"" + token + "\", \"scope\": \"ACT\"}",
                "X-CSRF-TOKEN",
                browser.token("/sign-in"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var path = "/coalitions/" + coalition;
        done(member.post(path + "/tasks", task(title), "Idempotency-Key", "once-" + run));
        done(member.post(path + "/actions", action(venue)));
        var sheet = "title,city,starts,ends\n" + imported + ",Hamburg,2031-04-04T10:00,2031-04-04T11:00\n";
        var report = member.client()
                .send(
                        "POST",
                        "/api/v1" + path + "/actions/import",
                        BodyPublishers.ofString(sheet),
                        member.with("Content-Type", "text/csv"));
        assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
        var refused =
                person(organization, Role.MEMBER).post(path + "/actions", action(venue), "Idempotency-Key", "r" + run);
        problem(refused, 409, "actions-collide");
        assertThat(refused.body()).contains(title);
        assertThat(rows(other, coalition, "actions").toString()).contains(title, tag, venue, imported);
        assertThat(filesWith(member.login())).isNotEmpty();
        var words = List.of(title, tag, venue, imported, name, token, member.login());

        var answer = browser.json(
                "/api/v1/me/erasure", "{\"person\": \"" + person + "\"}", "X-CSRF-TOKEN", browser.token("/sign-in"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(words).allSatisfy(word -> assertThat(filesWith(word)).isEmpty());
        for (var view :
                List.of("/tasks", "/actions", "/collisions", "/history", "/actions?position=" + (history.head() - 1))) {
            assertThat(other.get(path + view).body())
                    .as(view)
                    .doesNotContain(words)
                    .doesNotContain("sealed");
        }
        assertThat(other.get(path + "/history").body()).contains("tasks.TaskOpened", person.value(), "[erased]");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(member.get("/me").statusCode()).isEqualTo(401);
        assertThat(session.closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(program.closed(PATIENCE)).isEqualTo(POLICY_VIOLATION);
        assertThat(client().enterPassword(member.login(), PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/sign-in?"));
        assertThat(accounts.byPerson(person)).isEmpty();
        assertThat(accounts.personalData(person)).isEqualTo(PersonalData.nothing(person));
        assertThat(secondFactors.find(person)).isEmpty();
        assertThat(tokens.ofPerson(person)).isEmpty();
        historyTellsOfAnErasedPerson(other, path);
    }

    private static void historyTellsOfAnErasedPerson(Person reader, String path) {
        var browser = reader.browser();
        for (var language : Map.of("en", "erased person", "ar", "شخص مُحي").entrySet()) {
            var page = browser.get(path + "/history?lang=" + language.getKey());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(language.getValue());
        }
    }
}
