package org.tansiq.gateway.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tansiq.domain.actions.ActionKind;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.Conflict;
import org.tansiq.domain.shared.Invalid;

class SheetTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String HEADER =
            "row,title,organisation,country,city,venue,latitude,longitude,starts,ends,timezone,"
                    + "language,hashtags\n";

    @Test
    void the_scenario_is_read_without_a_problem() throws IOException {
        var sheet = Sheet.read(scenario());
        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.ignored()).isEmpty();
        assertThat(sheet.rows()).hasSize(66);
        assertThat(sheet.rows())
                .extracting(SheetRow::row)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 66).mapToObj(Integer::toString).toList());
        assertThat(sheet.rows()).extracting(SheetRow::fingerprint).doesNotHaveDuplicates();
        assertThat(sheet.rows()).extracting(SheetRow::kind).doesNotContain(ActionKind.MEETING, ActionKind.MARCH);
    }

    @Test
    void a_row_is_read_cell_by_cell() throws IOException {
        var row = Sheet.read(scenario()).rows().getFirst();
        assertThat(row)
                .isEqualTo(new SheetRow(
                        2,
                        "1",
                        "وقفة تضامنية مع الغوطة الشرقية",
                        "ar",
                        "الجالية السورية في نيويورك",
                        "United States",
                        "نيويورك",
                        "مقر الأمم المتحدة",
                        40.74923,
                        -73.96756,
                        LocalDateTime.of(2018, 2, 24, 12, 0),
                        LocalDateTime.of(2018, 2, 24, 13, 0),
                        ZoneId.of("America/New_York"),
                        List.of("#savealghouta", "#SaveGhouta"),
                        ActionKind.VIGIL,
                        row.fingerprint()));
    }

    @Test
    void an_arabic_sheet_says_the_same_as_an_english_one() {
        var line = "1,Vigil,Students,Germany,Berlin,Alexanderplatz,52.5,13.4,2018-02-24T19:00,2018-02-24T20:00,"
                + "Europe/Berlin,en,#a\n";
        var english = only(HEADER + line);
        var arabic = only("الصف,العنوان,الجهة,البَلَد,المدينة,المكان,خط العرض,خط الطول,البداية,النهاية,المنطقة الزمنية,"
                + "اللغة,الوسوم\n" + line);
        assertThat(arabic).isEqualTo(english);
    }

    @Test
    void headers_are_known_in_any_case_and_order() {
        var row = only("STARTS, City ,Title,Organization\n2018-02-24T19:00,Berlin,Vigil,Students\n");
        assertThat(row.title()).isEqualTo("Vigil");
        assertThat(row.city()).isEqualTo("Berlin");
        assertThat(row.organisation()).isEqualTo("Students");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cells_are_parted_by_what_parts_the_header(String delimiter) {
        var row = only(String.join(delimiter, "title", "city", "starts", "venue") + "\n"
                + String.join(delimiter, "Vigil", "Berlin", "2018-02-24 19:00", "\"here; there, and\tthere\"") + "\n");
        assertThat(row.venue()).isEqualTo("here; there, and there");
    }

    @Test
    void quoted_headers_under_another_delimiter_are_no_obstacle() {
        assertThat(only("\"title\";\"city\";\"starts\"\n\"Vigil\";\"Berlin\";\"2018-02-24 19:00\"\n")
                        .city())
                .isEqualTo("Berlin");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() {
        assertThat(only("\uFEFFtitle,city,starts\r\nVigil,Berlin,2018-02-24 19:00\r\n")
                        .title())
                .isEqualTo("Vigil");
    }

    @Test
    void only_three_columns_are_needed() {
        var row = only("title,city,starts\nVigil,Berlin,2018-02-24 19:00\n");
        assertThat(row.row()).isNull();
        assertThat(row.organisation()).isNull();
        assertThat(row.country()).isNull();
        assertThat(row.venue()).isNull();
        assertThat(row.latitude()).isNull();
        assertThat(row.longitude()).isNull();
        assertThat(row.ends()).isNull();
        assertThat(row.zone()).isNull();
        assertThat(row.hashtags()).isEmpty();
        assertThat(row.language()).isEqualTo("en");
    }

    @Test
    void lines_that_say_nothing_are_passed_by() {
        assertThat(read("\n,,\ntitle,city,starts\n\n , ,\nVigil,Berlin,2018-02-24 19:00\n\n")
                        .rows())
                .singleElement()
                .extracting(SheetRow::line)
                .isEqualTo(6);
    }

    @Test
    void what_nobody_asked_for_is_ignored_and_named() {
        var sheet = read("title,Police contact,city,,starts\nVigil,=secret,Berlin,,2018-02-24 19:00\n");
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.ignored()).containsExactly("Police contact");
    }

    @ParameterizedTest
    @CsvSource({
        "'city,starts', title",
        "'title,starts', city",
        "'title,city', starts",
        "'', title",
        "'الصف;المدينة;البداية', title"
    })
    void a_sheet_without_a_needed_column_is_refused(String header, String column) {
        refused("missing-column", column, Map.of(), header + "\nVigil,Berlin\n");
    }

    @Test
    void an_empty_file_lacks_its_first_column() {
        refused("missing-column", "title", Map.of(), "");
    }

    @Test
    void a_column_twice_is_refused_in_whatever_language() {
        refused("duplicate-column", "city", Map.of(), "title,city,starts,المدينة\n");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_their_line() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write("title,city,starts\r\nVigil,Berlin,2018-02-24 19:00\r\nVigil,".getBytes(StandardCharsets.UTF_8));
        file.write("Zürich,2018-02-24 19:00\r\n".getBytes(StandardCharsets.ISO_8859_1));
        refused("broken-utf8", "file", Map.of("line", 3), file.toByteArray());
    }

    @Test
    void a_character_cut_off_by_the_end_of_the_file_is_refused() {
        var file = "title,city,starts\nVigil,برلين".getBytes(StandardCharsets.UTF_8);
        refused("broken-utf8", "file", Map.of("line", 2), Arrays.copyOf(file, file.length - 1));
    }

    @Test
    void a_quote_that_never_ends_is_refused_with_its_line() {
        refused(
                "broken-csv",
                "file",
                Map.of("line", 5),
                "title,city,starts\n\n\"Vigil\nin two lines\",Berlin,2018-02-24 19:00\n\"Vigil,Berlin\n");
    }

    @Test
    void ten_thousand_rows_are_read() {
        assertThat(read(rows(Sheet.ROWS_MAX)).rows()).hasSize(Sheet.ROWS_MAX);
    }

    @ParameterizedTest
    @ValueSource(ints = {Sheet.ROWS_MAX + 1, 50_000})
    void more_rows_are_refused_before_any_is_read(int count) {
        refused("too-many-rows", "file", Map.of("max", 10_000), rows(count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-02-24T19:00",
                "2018-02-24 19:00",
                "2018-02-24T19:00:00",
                "٢٠١٨-٠٢-٢٤ ١٩:٠٠",
                "\u200F۲۰۱۸-۰۲-۲۴T۱۹:۰۰ "
            })
    void times_are_read_in_any_digits(String starts) {
        assertThat(row("Vigil", starts, "").starts()).isEqualTo(LocalDateTime.of(2018, 2, 24, 19, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "24.02.2018 19:00",
                "2018-02-24",
                "2018-02-30 19:00",
                "2018-02-24 25:00",
                "2018-02-24T19:00+25:00",
                "2018-02-24T19:00 CET"
            })
    void a_time_that_cannot_be_read_is_a_problem_of_its_row(String starts) {
        var problem = onlyProblem("title,city,starts\nVigil,Berlin," + starts + "\n");
        Map<String, Object> details = Map.of("given", starts, "example", "2018-02-24T12:00");
        assertThat(problem).isEqualTo(new RowProblem(2, null, "bad-time", "starts", details));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-24T19:00Z, 2018-02-24T21:00Z, Europe/Berlin, 2018-02-24T19:00:00Z, 2018-02-24T21:00:00Z",
        "2018-02-24 19:00+03:00, 2018-02-24 21:00, Europe/Berlin, 2018-02-24T16:00:00Z, 2018-02-24T18:00:00Z",
        "٢٠١٨-٠٢-٢٤ ١٩:٠٠+٠٣:٠٠, 2018-02-24T17:00Z, , 2018-02-24T16:00:00Z, 2018-02-24T17:00:00Z",
        "2018-02-24T19:00, 2018-02-24T20:00Z, Europe/Berlin, 2018-02-24T18:00:00Z, 2018-02-24T20:00:00Z",
        "2018-10-28T02:30+01:00, , Europe/Berlin, 2018-10-28T01:30:00Z, 2018-10-28T03:00:00Z"
    })
    void a_time_with_an_offset_is_meant_exactly(
            String starts, @Nullable String ends, @Nullable String zone, Instant from, Instant until) {
        var row = Sheet.read(("title,city,starts,ends,timezone\nVigil,Berlin," + starts + ","
                                + Objects.requireNonNullElse(ends, "") + ","
                                + Objects.requireNonNullElse(zone, "") + "\n")
                        .getBytes(StandardCharsets.UTF_8))
                .rows()
                .getFirst();

        assertThat(row.from(ZoneId.of("Asia/Tokyo"))).isEqualTo(from);
        assertThat(row.until(ZoneId.of("Asia/Tokyo"))).isEqualTo(until);
    }

    @Test
    void an_end_with_an_offset_needs_a_start_that_says_where() {
        assertProblem("title,city,starts,ends\nVigil,Berlin,2018-02-24 19:00,2018-02-24T20:00Z\n", "bad-time", "ends");
    }

    @Test
    void a_row_without_a_start_is_a_problem() {
        assertProblem("title,city,starts\nVigil,Berlin,\n", "missing-field", "starts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02-24T19:00", "2018-02-24T18:59", "2017-02-24T20:00"})
    void an_end_that_is_not_after_the_start_is_a_problem(String ends) {
        assertProblem(
                "title,city,starts,ends\nVigil,Berlin,2018-02-24 19:00," + ends + "\n", "end-before-start", "ends");
    }

    @Test
    void an_end_that_cannot_be_read_is_a_problem_and_not_a_missing_one() {
        assertProblem("title,city,starts,ends\nVigil,Berlin,2018-02-24 19:00,late\n", "bad-time", "ends");
    }

    @Test
    void a_zone_that_there_is_not_is_a_problem() {
        var problem = onlyProblem("title,city,starts,timezone\nVigil,Berlin,2018-02-24 19:00,Europe/Bonn\n");
        assertThat(problem)
                .isEqualTo(new RowProblem(2, null, "no-such-zone", "timezone", Map.of("given", "Europe/Bonn")));
    }

    @ParameterizedTest
    @CsvSource({
        "90.01,13, coordinates-out-of-range,latitude",
        "-91,13, coordinates-out-of-range,latitude",
        "52,180.5, coordinates-out-of-range,longitude",
        "52,, coordinates-incomplete,longitude",
        ",13, coordinates-incomplete,latitude",
        "north,13, bad-number,latitude",
        "52,NaN, bad-number,longitude",
        "1e1,13, bad-number,latitude"
    })
    void coordinates_that_are_nowhere_are_a_problem(String latitude, String longitude, String code, String field) {
        assertProblem(
                "title,city,starts,latitude,longitude\nVigil,Berlin,2018-02-24 19:00,"
                        + (latitude == null ? "" : latitude) + "," + (longitude == null ? "" : longitude) + "\n",
                code,
                field);
    }

    @ParameterizedTest
    @CsvSource({"90,180,90,180", "-90,-180,-90,-180", "'52,5',-13.25,52.5,-13.25", "٥٢٫٥,−١٣٫٢٥,52.5,-13.25"})
    void coordinates_are_read_as_people_write_numbers(String latitude, String longitude, double north, double east) {
        var row = only("title;city;starts;latitude;longitude\nVigil;Berlin;2018-02-24 19:00;" + latitude + ";"
                + longitude + "\n");
        assertThat(row.latitude()).isEqualTo(north);
        assertThat(row.longitude()).isEqualTo(east);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "organisation", "country", "city", "venue"})
    void a_text_over_its_limit_is_a_problem(String column) {
        var cells = new TreeMap<>(Map.of("title", "Vigil", "city", "Berlin", "starts", "2018-02-24 19:00"));
        cells.put(column, "x".repeat(200));
        assertThat(read(sheet(cells)).rows()).hasSize(1);
        cells.put(column, "x".repeat(201));
        assertProblem(sheet(cells), "text-too-long", column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "city"})
    void a_title_and_a_city_are_needed(String column) {
        var cells = new TreeMap<>(Map.of("title", "Vigil", "city", "Berlin", "starts", "2018-02-24 19:00"));
        cells.put(column, " ");
        assertProblem(sheet(cells), "text-empty", column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+cmd",
                "-2+3",
                "@SUM(A1)",
                "\tVigil",
                "\rVigil",
                " =1+1",
                "-",
                "+49 30 1234"
            })
    void a_formula_is_a_problem_of_its_row_alone(String cell) {
        var sheet = read("title,city,starts,venue\nVigil,Berlin,2018-02-24 19:00,\"" + cell
                + "\"\nVigil,Paris,2018-02-24 19:00,\n");
        assertThat(sheet.rows()).extracting(SheetRow::city).containsExactly("Paris");
        assertThat(sheet.problems()).containsExactly(new RowProblem(2, null, "formula-cell", "venue", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-73.5", "+12", "a=b", "1-2", "Platz @ 3"})
    void a_number_with_a_sign_and_a_sign_within_a_text_are_no_formula(String venue) {
        assertThat(only("title,city,starts,venue\nVigil,Berlin,2018-02-24 19:00," + venue + "\n")
                        .venue())
                .isEqualTo(venue);
    }

    @Test
    void a_comma_that_nobody_quoted_is_a_problem() {
        assertProblem("title,city,starts\nVigil, again,Berlin,2018-02-24 19:00\n", "too-many-cells", "row");
    }

    @Test
    void empty_cells_at_the_end_of_a_line_are_none() {
        assertThat(read("title,city,starts\nVigil,Berlin,2018-02-24 19:00,,\n").rows())
                .hasSize(1);
    }

    @Test
    void problems_name_the_line_and_what_the_sheet_calls_the_row() {
        var sheet = read("row,title,city,starts\n7,Vigil,Berlin,2018-02-24 19:00\n8a,Vigil,Berlin,soon\n");
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.row()).isEqualTo("8a");
        });
    }

    @Test
    void a_refusal_that_comes_later_is_told_of_the_same_row() {
        var row = row("Vigil", "2018-02-24 19:00", "");
        assertThat(RowProblem.of(row, new Conflict("action-exists", Map.of("id", "x"))))
                .isEqualTo(new RowProblem(2, null, "action-exists", null, Map.of("id", "x")));
    }

    @Test
    void a_title_over_two_lines_becomes_one() {
        assertThat(only("title,city,starts\n\"Vigil\nfor  Ghouta \",Berlin,2018-02-24 19:00\n")
                        .title())
                .isEqualTo("Vigil for Ghouta");
    }

    @ParameterizedTest
    @CsvSource({"وقفة,'',ar", "Vigil,'',en", "Veillée,FR,fr", "Vigília,pt-BR,pt-br"})
    void a_language_that_is_not_given_is_that_of_the_script(String title, String given, String language) {
        assertThat(only("title,city,starts,language\n" + title + ",Berlin,2018-02-24 19:00," + given + "\n")
                        .language())
                .isEqualTo(language);
    }

    @Test
    void what_is_no_language_is_a_problem() {
        assertProblem(
                "title,city,starts,language\nVigil,Berlin,2018-02-24 19:00,Arabic\n", "no-such-language", "language");
    }

    @Test
    void hashtags_are_parted_by_spaces_and_commas_of_either_script() {
        assertThat(only("title;city;starts;hashtags\nVigil;Berlin;2018-02-24 19:00; #a  b,#ج، #د \n")
                        .hashtags())
                .containsExactly("#a", "b", "#ج", "#د");
    }

    @ParameterizedTest
    @CsvSource({
        "sit-in,SIT_IN",
        "SIT_IN,SIT_IN",
        "Press conference,PRESS_CONFERENCE",
        "المظاهرة,DEMONSTRATION",
        "other,OTHER"
    })
    void a_kind_that_is_given_counts_before_the_title(String given, ActionKind kind) {
        assertThat(only("title,city,starts,kind\nVigil,Berlin,2018-02-24 19:00," + given + "\n")
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void a_kind_that_there_is_not_is_a_problem() {
        assertProblem("title,city,starts,النوع\nVigil,Berlin,2018-02-24 19:00,party\n", "no-such-kind", "kind");
    }

    @Test
    void a_kind_that_is_not_given_is_guessed_from_the_title() {
        assertThat(row("وقفة شموع", "2018-02-24 19:00", "").kind()).isEqualTo(ActionKind.VIGIL);
        assertThat(row("Break the siege", "2018-02-24 19:00", "").kind()).isEqualTo(ActionKind.OTHER);
    }

    @Test
    void times_are_those_of_the_city_unless_the_row_names_a_zone() {
        assertThat(row("Vigil", "2018-02-24 19:00", "").from(BERLIN)).isEqualTo(Instant.parse("2018-02-24T18:00:00Z"));
        assertThat(row("Vigil", "2018-02-24 19:00", "America/New_York").from(BERLIN))
                .isEqualTo(Instant.parse("2018-02-25T00:00:00Z"));
    }

    @Test
    void what_has_no_end_lasts_ninety_minutes_even_when_clocks_change() {
        assertThat(row("Vigil", "2018-02-24 19:00", "").until(BERLIN)).isEqualTo(Instant.parse("2018-02-24T19:30:00Z"));
        assertThat(row("Vigil", "2018-03-25 01:00", "").until(BERLIN)).isEqualTo(Instant.parse("2018-03-25T01:30:00Z"));
    }

    @Test
    void an_hour_that_clocks_skip_is_later_by_what_they_skip() {
        assertThat(row("Vigil", "2018-03-25 02:30", "").from(BERLIN)).isEqualTo(Instant.parse("2018-03-25T01:30:00Z"));
    }

    @Test
    void an_end_is_read_in_the_same_zone_as_the_start() {
        assertThat(only("title,city,starts,ends\nVigil,Berlin,2018-02-24 19:00,2018-02-24 21:00\n")
                        .until(BERLIN))
                .isEqualTo(Instant.parse("2018-02-24T20:00:00Z"));
    }

    @Test
    void a_row_is_the_same_action_in_whatever_line_order_spacing_and_header() {
        var first = only("row,title,city,starts\n1,Vigil for Ghouta,Berlin,2018-02-24 19:00\n");
        var again = only("المدينة;عنوان;starts;row;venue\nBerlin; Vigil  for Ghouta ;2018-02-24 19:00;23;\n");
        var ghouta = new CoalitionId("ghouta");
        assertThat(again.actionId(ghouta)).isEqualTo(first.actionId(ghouta));
        assertThat(again.actionId(new CoalitionId("aleppo"))).isNotEqualTo(first.actionId(ghouta));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigil,Students,Berlin,2018-02-24 19:00,",
                "Vigil,Teachers,Berlin,2018-02-24 19:00,",
                "Vigil,,Berlin,2018-02-24 19:00,",
                "Vigil,Students,Bern,2018-02-24 19:00,",
                "Vigil,Students,Berlin,2018-02-24 19:30,",
                "Vigil,Students,Berlin,2018-02-24 19:00,outside"
            })
    void a_row_that_differs_in_any_cell_is_another_action(String other) {
        var header = "title,organisation,city,starts,notes\n";
        assertThat(only(header + other).fingerprint())
                .isNotEqualTo(
                        only(header + "Vigil,Students,Berlin,2018-02-24 19:00,").fingerprint());
    }

    @Test
    void a_word_in_one_column_is_not_the_same_word_in_another() {
        assertThat(only("title,city,starts,venue,country\nVigil,Berlin,2018-02-24 19:00,Germany,")
                        .fingerprint())
                .isNotEqualTo(only("title,city,starts,venue,country\nVigil,Berlin,2018-02-24 19:00,,Germany")
                        .fingerprint());
    }

    private static SheetRow row(String title, String starts, String zone) {
        return only("title,city,starts,timezone\n" + title + ",Berlin," + starts + "," + zone + "\n");
    }

    private static String sheet(Map<String, String> cells) {
        return String.join(",", cells.keySet()) + "\n" + String.join(",", cells.values()) + "\n";
    }

    private static String rows(int count) {
        return HEADER
                + IntStream.rangeClosed(1, count)
                        .mapToObj(i -> i + ",Vigil " + i + ",,,Berlin,,,,2018-02-24T19:00,,,,")
                        .collect(Collectors.joining("\n"));
    }

    private static Sheet read(String text) {
        return Sheet.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SheetRow only(String text) {
        var sheet = read(text);
        assertThat(sheet.problems()).isEmpty();
        assertThat(sheet.rows()).hasSize(1);
        return sheet.rows().getFirst();
    }

    private static RowProblem onlyProblem(String text) {
        var sheet = read(text);
        assertThat(sheet.rows()).isEmpty();
        assertThat(sheet.problems()).hasSize(1);
        return sheet.problems().getFirst();
    }

    private static void assertProblem(String text, String code, String field) {
        var problem = onlyProblem(text);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.field()).isEqualTo(field);
    }

    private static void refused(String code, String field, Map<String, ?> details, String text) {
        refused(code, field, details, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, String field, Map<String, ?> details, byte[] file) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Sheet.read(file))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.details()).isEqualTo(details);
                });
    }

    private static byte[] scenario() throws IOException {
        try (var in = SheetTest.class.getResourceAsStream("/demo/ghouta-2018-actions.csv")) {
            return in.readAllBytes();
        }
    }
}
