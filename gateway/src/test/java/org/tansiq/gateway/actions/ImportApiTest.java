package org.tansiq.gateway.actions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tansiq.campaign.CoalitionTest;
import org.tansiq.campaign.Reply;
import org.tansiq.gateway.shared.BodyLimit;
import org.tansiq.infra.members.Role;
import tools.jackson.databind.JsonNode;

class ImportApiTest extends CoalitionTest {
    private static final byte[] SCENARIO = file("ghouta-2018-actions.csv");
    private static final Set<String> EXPECTED = new String(file("ghouta-2018-expected-collisions.csv"), UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cells -> cells[0] + "," + cells[1])
            .collect(Collectors.toSet());

    private static final String HEADER = "row,title,city,starts,ends\n";
    private static final String BERLIN = "Vigil,Berlin,2018-02-24T18:00,2018-02-24T20:00\n";

    @Test
    void a_rehearsal_finds_the_seventeen_collisions_of_the_scenario_and_nothing_else_and_changes_nothing() {
        var before = ghouta.log();

        var report = imported("?dry-run=true", SCENARIO);

        assertThat(EXPECTED).hasSize(17);
        assertThat(pairs(report)).isEqualTo(EXPECTED);
        assertThat(report.path("collisions").size()).isEqualTo(17);
        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("rows").asInt()).isEqualTo(66);
        assertThat(report.path("unreadable").asInt()).isZero();
        assertThat(report.path("alreadyThere").asInt()).isZero();
        assertThat(report.path("scheduled").asInt() + report.path("colliding").asInt())
                .isEqualTo(66);
        assertThat(report.path("position").asLong()).isEqualTo(-1);
        assertThat(ghouta.log()).isEqualTo(before);
        assertThat(ghouta.rows(berlin, "actions")).isEmpty();
        assertThat(ghouta.rows(berlin, "collisions")).isEmpty();
    }

    @Test
    void without_acknowledging_the_rows_that_collide_are_held_back_and_it_says_so() {
        var report = imported("", SCENARIO);

        var heldBack = report.path("colliding").asInt();
        assertThat(heldBack).isPositive();
        assertThat(report.path("scheduled").asInt()).isEqualTo(66 - heldBack);
        assertThat(ghouta.rows(berlin, "actions")).hasSize(66 - heldBack);
        assertThat(ghouta.rows(berlin, "collisions")).isEmpty();
        assertThat(EXPECTED).containsAll(pairs(report));
        assertThat(items(report, "COLLIDES")).hasSize(heldBack).allSatisfy(item -> {
            assertThat(item.path("message").asString())
                    .contains(item.path("row").asString())
                    .doesNotContain("{", "}");
            assertThat(item.path("collidesWith").size()).isPositive();
        });
        assertThat(report.path("summary").asString()).contains("66", Integer.toString(heldBack));
    }

    @Test
    void with_all_acknowledged_all_are_scheduled_and_the_calendar_has_the_seventeen_collisions() {
        var report = imported("?acknowledge=all", SCENARIO);

        assertThat(report.path("scheduled").asInt()).isEqualTo(66);
        assertThat(ghouta.rows(berlin, "actions")).hasSize(66);
        var rows = new HashMap<String, String>();
        report.path("items")
                .values()
                .forEach(item -> rows.put(
                        item.path("action").asString(), item.path("row").asString()));
        assertThat(rows).hasSize(66);
        var collisions = ghouta.rows(berlin, "collisions").stream()
                .map(row -> inOrder(
                        Objects.requireNonNull(rows.get(row.path("earlier").asString())),
                        Objects.requireNonNull(rows.get(row.path("later").asString()))))
                .toList();
        assertThat(collisions).containsExactlyInAnyOrderElementsOf(EXPECTED);
        assertThat(berlin.get(
                                ghouta.path("/actions"),
                                "Tansiq-After",
                                Long.toString(report.path("position").asLong()))
                        .done()
                        .items())
                .hasSize(66);
    }

    @Test
    void the_same_sheet_again_schedules_nothing_twice() {
        imported("?acknowledge=all", SCENARIO);
        var before = ghouta.log();

        for (var query : List.of("", "?acknowledge=all", "?dry-run=true")) {
            var again = imported(query, SCENARIO);
            assertThat(again.path("alreadyThere").asInt()).as(query).isEqualTo(66);
            assertThat(again.path("scheduled").asInt()).isZero();
            assertThat(again.path("colliding").asInt()).isZero();
        }
        assertThat(ghouta.log()).isEqualTo(before);
    }

    @Test
    void after_the_first_attempt_only_what_was_held_back_is_scheduled() {
        var first = imported("", SCENARIO);
        var second = imported("?acknowledge=all", SCENARIO);

        assertThat(second.path("scheduled").asInt())
                .isEqualTo(first.path("colliding").asInt());
        assertThat(second.path("alreadyThere").asInt())
                .isEqualTo(first.path("scheduled").asInt());
        assertThat(ghouta.rows(berlin, "collisions")).hasSize(17);
    }

    @Test
    void only_the_rows_that_are_named_go_ahead_although_they_collide() {
        var sheet = HEADER + "5," + BERLIN + "6," + BERLIN.replace("Vigil", "March") + "7,"
                + BERLIN.replace("Vigil", "Sit-in") + "8," + BERLIN.replace("Vigil", "Meeting");

        var report = imported("?acknowledge=6, 8", bytes(sheet));

        assertThat(statuses(report)).containsExactly("SCHEDULED", "SCHEDULED", "COLLIDES", "SCHEDULED");
        assertThat(ghouta.rows(berlin, "collisions")).hasSize(3);
    }

    @Test
    void what_is_on_the_calendar_already_is_in_the_way_too() {
        berlin.post(
                        ghouta.path("/actions"),
                        Map.of(
                                "title",
                                Map.of("en", "Standing there"),
                                "kind",
                                "vigil",
                                "city",
                                "Berlin",
                                "starts",
                                "2018-02-24T18:00"))
                .done();
        campaign.settle();

        for (var query : List.of("?dry-run=true", "")) {
            var item =
                    imported(query, bytes(HEADER + "1," + BERLIN)).path("items").get(0);
            assertThat(item.path("status").asString()).isEqualTo("COLLIDES");
            assertThat(item.path("message").asString()).contains("Standing there");
        }
    }

    @Test
    void each_collision_says_why_in_the_words_of_the_reader() {
        var sheet = bytes("""
                row,title,city,venue,latitude,longitude,starts,ends
                1,Vigil for Ghouta,Berlin,Alexanderplatz,52.5219,13.4132,2018-02-24T18:00,2018-02-24T19:00
                2,وقفة من أجل الغوطة,برلين,ساحة ألكسندر,52.5222,13.4136,2018-02-24T18:12,2018-02-24T19:00
                3,Ghouta vigil,Berlin,Hermannplatz,,,2018-02-24T18:30,2018-02-24T19:00
                """);

        var english = imported("?dry-run=true", sheet).path("collisions");
        assertThat(english.get(0).path("relation").asString()).isEqualTo("same_event");
        assertThat(english.get(0).path("why").asString())
                .matches("same city, 12 min apart, venues 4\\d m apart, titles alike, same organiser");
        assertThat(english.get(1).path("relation").asString()).isEqualTo("overlap");
        assertThat(english.get(1).path("why").asString())
                .startsWith("same city, ")
                .contains("30 min");
        assertThat(english.get(0).path("score").asDouble())
                .isGreaterThan(english.get(1).path("score").asDouble());
        var arabic = imported("?dry-run=true", sheet, "Accept-Language", "ar").path("collisions");
        assertThat(arabic.get(0).path("why").asString())
                .startsWith("المدينة نفسها، ")
                .contains("12");
    }

    @Test
    void what_collides_with_an_action_that_is_scheduled_names_the_row_and_the_action() {
        var standing = berlin.post(
                        ghouta.path("/actions"),
                        Map.of(
                                "title",
                                Map.of("en", "Standing there"),
                                "kind",
                                "vigil",
                                "city",
                                "Berlin",
                                "starts",
                                "2018-02-24T18:00"))
                .done()
                .json()
                .path("id")
                .asString();
        campaign.settle();

        var found = imported("?dry-run=true", bytes(HEADER + "1," + BERLIN)).path("collisions");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).propertyNames()).containsExactlyInAnyOrder("row", "action", "relation", "score", "why");
        assertThat(found.get(0).path("row").asString()).isEqualTo("1");
        assertThat(found.get(0).path("action").asString()).isEqualTo(standing).isNotEmpty();
        assertThat(found.get(0).path("relation").asString()).isEqualTo("same_event");
    }

    @Test
    void a_misspelt_city_is_guessed_to_say_what_the_row_collides_with_but_only_within_its_country() {
        var report = imported("?dry-run=true", bytes("""
                row,title,country,city,starts
                1,Vigil,Germany,Berlin,2018-02-24T18:00
                2,Vigil,Germany,Berlni,2018-02-24T18:00
                3,Vigil,ألمانيا,برلبن,2018-02-24T18:00
                4,Vigil,Sweden,Berlni,2018-02-24T18:00
                """));

        assertThat(report.path("unreadable").asInt()).isEqualTo(3);
        assertThat(pairs(report)).containsExactlyInAnyOrder("1,2", "1,3", "2,3");
    }

    @Test
    void an_arabic_sheet_from_a_spreadsheet_program_is_read() {
        var sheet = "\uFEFFالصف؛العنوان؛المدينة؛البداية؛النهاية\n".replace('؛', ';')
                + "١;وقفة تضامنية;برلين;٢٠١٨-٠٢-٢٤ ١٨:٠٠;٢٠١٨-٠٢-٢٤ ٢٠:٠٠\n";

        var report = imported("", bytes(sheet), "Accept-Language", "ar");

        assertThat(report.path("scheduled").asInt()).isEqualTo(1);
        var row = ghouta.rows(berlin, "actions").getFirst();
        assertThat(row.path("title").path("ar").asString()).isEqualTo("وقفة تضامنية");
        assertThat(row.path("kind").asString()).isEqualTo("VIGIL");
        assertThat(row.path("from").asString()).isEqualTo("2018-02-24T17:00:00Z");
    }

    @Test
    void the_same_row_under_other_headers_and_separators_is_the_same_action() {
        imported("", bytes(HEADER + "1," + BERLIN));

        var again = imported("", bytes("العنوان;المدينة;البداية;النهاية\n" + BERLIN.replace(',', ';')));

        assertThat(statuses(again)).containsExactly("ALREADY_THERE");
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
    }

    @Test
    void a_row_without_an_end_lasts_ninety_minutes() {
        imported("", bytes("title,city,starts\nVigil,Berlin,2018-02-24T18:00\n"));

        assertThat(ghouta.rows(berlin, "actions").getFirst().path("localUntil").asString())
                .startsWith("2018-02-24T19:30");
    }

    @Test
    void who_organises_it_by_the_sheet_is_kept_unless_it_is_who_imports_it() {
        imported("", bytes("organisation,title,city,starts\nFriends of Ghouta,Vigil,Berlin,2018-02-24T18:00\n"));

        var row = ghouta.rows(berlin, "actions").getFirst();
        assertThat(row.path("organizedBy").asString()).isEqualTo("Friends of Ghouta");
        assertThat(row.path("organizers").get(0).asString())
                .isEqualTo(berlin.organization().value());
    }

    @Test
    void a_missing_column_is_named() {
        var problem = refused("missing-column", bytes("title,city\nVigil,Berlin\n"));

        assertThat(problem.path("field").asString()).isEqualTo("starts");
        assertThat(problem.path("detail").asString()).contains("starts");
        refused("missing-column", new byte[0]);
    }

    @Test
    void a_column_given_twice_is_named() {
        var problem = refused("duplicate-column", bytes("title,city,starts,المدينة\n"));
        assertThat(problem.path("detail").asString()).contains("city");
    }

    @Test
    void broken_utf8_and_broken_quotes_are_refused_with_the_line() {
        assertThat(refused("broken-utf8", (HEADER + "1,Vigil,Z\u00fcrich,2018-02-24T18:00,\n").getBytes(ISO_8859_1))
                        .path("line")
                        .asInt())
                .isEqualTo(2);
        assertThat(refused("broken-csv", bytes(HEADER + "1,\"Vigil,Berlin\n"))
                        .path("line")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_one_row_lacks_does_not_hold_up_the_others() {
        var sheet = HEADER
                + "1,=cmd|' /C calc'!A0,Berlin,2018-02-24T18:00,\n"
                + "2,Vigil,Berlni,2018-02-24T18:00,\n"
                + "3,Vigil,Tripoli,2018-02-24T18:00,\n"
                + "4,Vigil,Berlin,tomorrow,\n"
                + "5,Vigil,Berlin,2018-02-24T18:00,2018-02-24T17:00\n"
                + "6,,Berlin,2018-02-24T18:00,\n"
                + "7," + "a".repeat(10_000) + ",Berlin,2018-02-24T18:00,\n"
                + "8,Vigil,Berlin,2018-02-24T18:00,2019-02-24T17:00\n"
                + "9,Vigil,Berlin,2018-02-24T18:00,,,surplus\n"
                + "10," + BERLIN;

        for (var query : List.of("?dry-run=true", "")) {
            var report = imported(query, bytes(sheet));
            assertThat(report.path("unreadable").asInt()).isEqualTo(9);
            assertThat(report.path("scheduled").asInt()).isEqualTo(1);
            var codes = items(report, "UNREADABLE").stream()
                    .map(item -> item.path("problem").path("code").asString())
                    .toList();
            assertThat(codes)
                    .containsExactly(
                            "formula-cell",
                            "unknown-city",
                            "ambiguous-city",
                            "bad-time",
                            "end-before-start",
                            "text-empty",
                            "text-too-long",
                            "too-long",
                            "too-many-cells");
            assertThat(items(report, "UNREADABLE"))
                    .allSatisfy(item -> assertThat(item.path("message").asString())
                            .contains(item.path("row").asString())
                            .doesNotContain("{", "}", " ."));
            assertThat(report.path("items")
                            .get(1)
                            .path("problem")
                            .path("nearest")
                            .toString())
                    .contains("\"Berlin\"");
        }
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
    }

    @Test
    void the_report_speaks_arabic_to_whoever_reads_arabic() {
        var sheet = bytes(HEADER + "1," + BERLIN + "2," + BERLIN.replace("Vigil", "March")
                + "3,Vigil,Berlni,2018-02-24T18:00,\n");

        var report = imported("?dry-run=true", sheet, "Accept-Language", "ar");

        assertThat(report.path("summary").asString()).containsPattern("\\p{IsArabic}");
        assertThat(items(report, "COLLIDES").getFirst().path("message").asString())
                .containsPattern("\\p{IsArabic}")
                .contains("2", "1");
        var unreadable = items(report, "UNREADABLE").getFirst();
        assertThat(unreadable.path("message").asString()).containsPattern("\\p{IsArabic}");
        assertThat(unreadable.path("problem").path("title").asString()).containsPattern("\\p{IsArabic}");
    }

    @Test
    void fifty_thousand_rows_are_refused_at_once_and_nothing_is_done() {
        var sheet = new StringBuilder(HEADER);
        for (var row = 0; row < 50_000; row++) {
            sheet.append(row).append(",Vigil ").append(row).append(",Berlin,2018-02-24T18:00,2018-02-24T20:00\n");
        }
        assertThat(sheet).hasSizeLessThan(BodyLimit.IMPORT_BYTES_MAX);
        var begun = Instant.now();

        var problem = refused("too-many-rows", bytes(sheet.toString()));

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(problem.path("detail").asString()).contains("10000");
    }

    @Test
    void a_file_over_its_limit_or_that_is_no_csv_is_not_read() {
        ghouta.refusing(413, "body-too-large", () -> berlin.sheet(path(""), new byte[BodyLimit.IMPORT_BYTES_MAX + 1]));
        for (var type : List.of("application/json", "application/vnd.ms-excel", "text/plain")) {
            ghouta.refusing(
                    415,
                    "unsupported-type",
                    () -> new Reply(campaign.client()
                            .send(
                                    "POST",
                                    path(""),
                                    BodyPublishers.ofByteArray(SCENARIO),
                                    "Content-Type",
                                    type,
                                    "Authorization",
                                    berlin.authorization())));
        }
    }

    @Test
    void only_members_import_and_auditors_do_not() {
        var auditor = campaign.person(berlin.organization(), Role.AUDITOR);
        var member = campaign.person(paris.organization(), Role.MEMBER);
        for (var query : List.of("", "?dry-run=true")) {
            ghouta.refusing(404, "no-such-coalition", () -> outsider.sheet(path(query), SCENARIO));
            var before = ghouta.log().size();
            assertThat(auditor.sheet(path(query), SCENARIO).status()).isEqualTo(403);
            assertThat(ghouta.log()).hasSize(before);
        }
        member.sheet(path(""), bytes(HEADER + "1," + BERLIN)).done();
    }

    @Test
    void what_another_member_imported_is_there_for_all() {
        imported("", bytes(HEADER + "1," + BERLIN));
        var again = paris.sheet(path(""), bytes(HEADER + "1," + BERLIN)).done().json();

        assertThat(statuses(again)).containsExactly("ALREADY_THERE");
        assertThat(ghouta.rows(berlin, "actions")).hasSize(1);
    }

    private JsonNode imported(String query, byte[] sheet, String... headers) {
        return berlin.sheet(path(query), sheet, headers).done().json();
    }

    private JsonNode refused(String code, byte[] sheet) {
        return ghouta.refusing(422, code, () -> berlin.sheet(path(""), sheet));
    }

    private String path(String query) {
        return ghouta.path("/actions/import" + query.replace(" ", "%20"));
    }

    private static Set<String> pairs(JsonNode report) {
        return report.path("collisions").values().stream()
                .map(pair ->
                        pair.path("row_a").asString() + "," + pair.path("row_b").asString())
                .collect(Collectors.toSet());
    }

    private static String inOrder(String one, String other) {
        var swap = Integer.parseInt(one) > Integer.parseInt(other);
        return swap ? other + "," + one : one + "," + other;
    }

    private static List<JsonNode> items(JsonNode report, String status) {
        return report.path("items").values().stream()
                .filter(item -> item.path("status").asString().equals(status))
                .toList();
    }

    private static List<String> statuses(JsonNode report) {
        return report.path("items").values().stream()
                .map(item -> item.path("status").asString())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] file(String name) {
        try (var file = ImportApiTest.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
