package org.tansiq.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.tansiq.campaign.Coalition;
import org.tansiq.campaign.House;
import org.tansiq.campaign.MongoForTests;
import org.tansiq.campaign.Person;
import org.tansiq.gateway.Tansiq;
import org.tansiq.infra.sqlite.SqliteRowStore;

/** The commands as an operator gives them, on what a server has left. */
@ExtendWith(OutputCaptureExtension.class)
class CliTest {
    @TempDir
    private static Path left;

    @TempDir
    private Path folder;

    /** @param said on standard error */
    private record Answer(int exit, String out, String said) {}

    @BeforeAll
    static void campaign() throws Exception {
        try (var house = House.on(left)) {
            var campaign = house.campaign();
            var berlin = campaign.organization("Berlin");
            var ghouta = campaign.coalition(berlin);
            var task = berlin.post(ghouta.path("/tasks"), Map.of("title", Map.of("en", "Permit", "ar", "ترخيص")))
                    .id();
            berlin.post(ghouta.path("/tasks/" + task + "/claim")).done();
            for (var day : List.of("2018-02-24", "2018-02-25")) {
                var pair = two(berlin, ghouta, day);
                berlin.post(
                                ghouta.path(
                                        "/collisions/" + pair + (day.endsWith("4") ? "/acknowledge" : "/different")),
                                Map.of("reason", Map.of("en", "Sit-in for others")))
                        .done();
            }
        }
    }

    private static String two(Person by, Coalition coalition, String day) {
        Map<String, Object> vigil =
                Map.of("title", Map.of("en", "Candles"), "kind", "vigil", "city", "Berlin", "starts", day + "T18:00");
        var first = by.post(coalition.path("/actions"), vigil).id();
        var second = new HashMap<>(vigil);
        second.put("acknowledged", List.of(first));
        return first + "+" + by.post(coalition.path("/actions"), second).id();
    }

    @Test
    void what_people_decided_is_put_before_the_matcher_and_told_by_ids() throws IOException {
        var english = run("matcher", "replay", "--data", copy().toString());
        var arabic = run("matcher", "replay", "--data", copy().toString(), "--lang", "ar");

        assertThat(english.said()).isEmpty();
        assertThat(english.exit()).isZero();
        assertThat(english.out().lines()).hasSize(2);
        assertThat(english.out())
                .containsPattern("Would be raised in vain, in coalition [\\w-]+: [\\w-]+ and [\\w-]+\n")
                .contains("2 pairs were decided on. Of 1 that are to be known it finds 1 and misses 0;"
                        + " of 1 that are different it raises 1 in vain.")
                .doesNotContain("Candles", "Sit-in");
        assertThat(arabic.out().lines()).hasSize(2).allMatch(line -> line.matches(".*\\p{IsArabic}.*"));
        assertThat(run("matcher", "replay", "--data", copy().toString(), "--no-rows")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void keys_are_wrapped_anew_and_the_old_file_is_told_to_be_old() throws IOException {
        var data = copy();
        var old = Files.readAllBytes(data.resolve("key"));

        var answer = run("keys", "rotate", "--data", data.toString());

        assertThat(answer.out()).matches("Wrapped \\d+ keys anew; what wrapped them before is worthless\\.\n");
        assertThat(answer.exit()).isZero();
        assertThat(run("log", "verify", "--data", data.toString()).exit()).isZero();
        Files.write(data.resolve("key"), old);
        var english = run("keys", "rotate", "--data", data.toString());
        var arabic = run("keys", "rotate", "--data", data.toString(), "--lang", "ar");
        assertThat(english.exit()).isEqualTo(3);
        assertThat(english.said()).contains(data.resolve("key").toString(), "from before a rotation");
        assertThat(arabic.exit()).isEqualTo(3);
        assertThat(arabic.said()).contains(data.resolve("key").toString(), "من قبل تدوير");
    }

    @Test
    void keys_move_after_their_log_to_mongodb_and_back() throws IOException {
        try (var mongo = new MongoForTests()) {
            var from = copy();
            var between = Files.createDirectories(folder.resolve("between"));
            var back = folder.resolve("back");
            var environment = Map.of(
                    "TANSIQ_STORE",
                    "mongodb",
                    "TANSIQ_DATA",
                    between.toString(),
                    "TANSIQ_MONGODB",
                    mongo.connectionString(),
                    "TANSIQ_ALLOW_STANDALONE",
                    String.valueOf(mongo.isStandalone()));
            var exported = run("log", "export", "--data=" + from).out();
            assertThat(run(environment, exported, "log", "import").exit()).isZero();
            assertThat(run(environment, "", "log", "verify").out()).contains("there are no keys here");

            var there = run(environment, "", "keys", "bring", from.toString());

            assertThat(there.said()).isEmpty();
            assertThat(there.out()).matches("Brought \\d+ keys\\.\n");
            assertThat(run(environment, "", "keys", "bring", from.toString()).exit())
                    .as("once more")
                    .isZero();
            assertThat(run(environment, "", "log", "verify").out()).doesNotContain("there are no keys here");
            assertThat(run(
                                    "log",
                                    "import",
                                    Files.writeString(folder.resolve("log.ndjson"), exported)
                                            .toString(),
                                    "--data=" + back)
                            .exit())
                    .isZero();
            assertThat(run(environment, "", "keys", "bring", mongo.connectionString(), "--data=" + back)
                            .exit())
                    .isZero();
            assertThat(Files.readAllBytes(back.resolve("key"))).isEqualTo(Files.readAllBytes(from.resolve("key")));
            assertThat(run("keys", "rotate", "--data=" + back).exit()).isZero();
            var others = run("keys", "bring", from.toString(), "--data=" + back);
            assertThat(others.exit()).isEqualTo(1);
            assertThat(others.said()).contains("other keys here already");
            assertThat(run("log", "verify", "--data=" + back).exit()).isZero();
        }
    }

    @Test
    void what_people_wrote_stands_in_no_export() throws IOException {
        var exported = run("log", "export", "--data", copy().toString());

        assertThat(exported.exit()).isZero();
        assertThat(exported.out())
                .contains("tasks.TaskOpened", "sealed", "Berlin")
                .doesNotContain("Permit", "ترخيص");
    }

    @Test
    void a_sound_log_is_told_to_be_so_in_one_line() throws IOException {
        var answer = run("log", "verify", "--data", copy().toString());

        assertThat(answer.said()).isEmpty();
        assertThat(answer.out()).matches("All right: \\d+ events in \\d+ commits, 9 projections, in [\\d.]+ s\\.\n");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void what_is_wrong_is_told_in_a_line_each_and_in_the_language_asked_for() throws Exception {
        var data = copy();
        for (var rows : SqliteRowStore.files(data.resolve("rows.db"))) {
            if (rows.getFileName().toString().matches("rows-\\d+\\.db")) {
                change(rows, "delete from row where view in (select number from view where name = 'tasks')");
            }
        }
        change(data.resolve("log.db"), "delete from event_tag where position = 2");

        var english = run("log", "verify", "--data=" + data);
        var arabic = run("log", "verify", "--data=" + data, "--lang", "ar");
        var onlyTheLog = run("log", "verify", "--data=" + data, "--no-rows");

        assertThat(english.exit()).isEqualTo(1);
        assertThat(english.out().lines())
                .hasSize(3)
                .contains("Position 2: the index of tags lacks tags of the event.")
                .anyMatch(line -> line.matches("View tasks, row .*: the log gives it, and it is not there\\."))
                .anyMatch(line -> line.startsWith("Wrong in 2 places: "));
        assertThat(arabic.exit()).isEqualTo(1);
        assertThat(arabic.out().lines()).hasSize(3).allMatch(line -> line.matches(".*\\p{IsArabic}.*"));
        assertThat(onlyTheLog.out().lines()).hasSize(2);
    }

    @Test
    void an_option_that_means_nothing_there_is_refused() {
        assertThat(run("log", "export", "--data=" + left, "--no-rows").exit()).isEqualTo(2);
        assertThat(run("log", "verify", "--data=" + left, "--lang", "fr").exit())
                .isEqualTo(2);
        assertThat(run("log", "verify", "--data=" + left, "--rows").exit()).isEqualTo(2);
    }

    @Test
    void a_log_moves_through_mongodb_and_comes_back_the_same() throws IOException {
        try (var mongo = new MongoForTests()) {
            var environment = Map.of(
                    "TANSIQ_STORE",
                    "mongodb",
                    "TANSIQ_MONGODB",
                    mongo.connectionString(),
                    "TANSIQ_ALLOW_STANDALONE",
                    String.valueOf(mongo.isStandalone()));
            var exported = run("log", "export", "--data=" + copy());
            assertThat(exported.exit()).isZero();
            assertThat(exported.said()).startsWith("Exported ");

            var imported = run(environment, exported.out(), "log", "import");
            assertThat(imported.said()).isEmpty();
            assertThat(imported.exit()).isZero();
            var again = run(environment, "", "log", "export");
            assertThat(again.out()).isEqualTo(exported.out());
            var file = Files.writeString(folder.resolve("log.ndjson"), again.out());
            assertThat(run("log", "import", file.toString(), "--data=" + folder.resolve("back"))
                            .exit())
                    .isZero();
            assertThat(run("log", "export", "--data=" + folder.resolve("back")).out())
                    .isEqualTo(exported.out());
            assertThat(run(environment, exported.out(), "log", "import").exit()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_was_cut_is_refused_with_its_line() throws IOException {
        var exported = run("log", "export", "--data=" + copy()).out();
        var cut = exported.substring(0, exported.length() - 1).lastIndexOf('\n');

        var answer = run(
                Map.of("TANSIQ_DATA", folder.resolve("new").toString()), exported.substring(0, cut), "log", "import");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.said()).matches("Line \\d+: the file ends before its last line\\. It was cut off\\.\n");
        assertThat(run("log", "verify", "--data=" + folder.resolve("new")).exit())
                .isEqualTo(3);
    }

    @Test
    void a_running_server_is_left_alone() {
        try (var house = House.on(folder)) {
            assertThat(house).isNotNull();
            var answer = run("log", "verify", "--data=" + folder);
            assertThat(answer.exit()).isEqualTo(3);
            assertThat(answer.said()).isEqualTo("A server is running on this folder. Stop it first.\n");
        }
    }

    @Test
    void no_server_begins_on_half_a_log(CapturedOutput output) throws IOException {
        var data = copy();
        Files.writeString(data.resolve("import-unfinished"), "abc");

        assertThatThrownBy(() -> House.on(data).close()).isNotNull();
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", "tansiq log import");
        assertThat(run("log", "verify", "--data=" + data).out()).contains("the log is only a part");
    }

    @Test
    void what_cannot_be_done_is_answered_with_how_it_is_done() {
        for (var line : new String[][] {
            {"log"},
            {"log", "paint"},
            {"paint"},
            {"log", "verify", "more"},
            {"log", "verify", "--fast"},
            {"log", "verify", "--data"},
            {"log", "verify", "--data=a", "--mongodb=b"},
            {"log", "import", "no such file"}
        }) {
            var answer = run(line);
            assertThat(answer.exit()).as(String.join(" ", line)).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.said()).contains("Usage: tansiq log verify");
        }
        assertThat(run("help").out()).contains("Usage: tansiq log verify");
        assertThat(run("help").exit()).isZero();
        assertThat(run("--help")).isEqualTo(run("help"));
        assertThat(run(Map.of("TANSIQ_STORE", "mongodb"), "", "log", "verify").said())
                .contains("TANSIQ_MONGODB");
        assertThat(run(Map.of("TANSIQ_STORE", "paper"), "", "log", "verify").exit())
                .isEqualTo(2);
        assertThat(run("log", "verify", "--data=" + folder.resolve("nowhere")).exit())
                .isEqualTo(3);
    }

    @Test
    void asking_for_help_is_a_command_and_settings_are_none() {
        assertThat(Cli.isCommand("--help")).isTrue();
        assertThat(Cli.isCommand("log", "verify")).isTrue();
        assertThat(Cli.isCommand("--server.port=0")).isFalse();
        assertThat(Cli.isCommand()).isFalse();
    }

    @Test
    void the_program_itself_takes_commands_and_starts_no_server_for_them() throws Exception {
        var data = copy();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Tansiq.class.getName(),
                "log",
                "verify");
        builder.environment().put("TANSIQ_DATA", data.toString());
        builder.environment().put("TANSIQ_STORE", "sqlite");
        builder.environment().put("LC_ALL", "ar_SY.UTF-8");
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines()).hasSize(1).first().asString().startsWith("كل شيء سليم");
        assertThat(process.exitValue()).isZero();
    }

    private Path copy() throws IOException {
        var copy = Files.createTempDirectory(folder, "data");
        try (var files = Files.list(left)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void change(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Answer run(String... arguments) {
        return run(Map.of(), "", arguments);
    }

    private static Answer run(Map<String, String> environment, String in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = Cli.run(
                new Terminal(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        new HashMap<>(environment)),
                arguments);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
