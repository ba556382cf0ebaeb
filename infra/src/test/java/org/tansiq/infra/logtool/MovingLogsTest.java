package org.tansiq.infra.logtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.Commit;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.logtool.ToolRefused.Why;
import org.tansiq.infra.wiring.Catalogue;

/** A log moves from one store to another, and back, and is the same. */
class MovingLogsTest {
    @TempDir
    private Path folder;

    private SqliteHouse first = new SqliteHouse(Path.of(""));
    private SqliteHouse second = first;
    private final MongoHouse mongo = new MongoHouse();

    @BeforeEach
    void campaign() throws IOException {
        first = new SqliteHouse(Files.createDirectory(folder.resolve("first")));
        second = new SqliteHouse(folder.resolve("second"));
        try (var installation = first.start()) {
            Campaign.run(installation);
        }
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void from_sqlite_to_mongodb_and_back_not_a_byte_changes() throws IOException {
        var exported = export(first);

        var amount = LogImport.run(in(exported), mongo.place());
        assertThat(amount).isEqualTo(new LogExport.Amount(Campaign.COMMITS, Campaign.EVENTS));
        var fromMongo = export(mongo);
        assertThat(fromMongo).isEqualTo(exported);
        LogImport.run(in(fromMongo), second.place());
        assertThat(export(second)).isEqualTo(exported);
        assertThat(folder.resolve("second").toFile().list())
                .contains("log.db")
                .noneMatch(name -> name.startsWith("import"));
        for (var house : List.of(mongo, second)) {
            try (var installation = house.start()) {
                Campaign.settle(installation);
            }
            assertThat(flaws(house)).isEmpty();
            assertThat(export(house)).isEqualTo(exported);
        }
    }

    @Test
    void an_empty_log_moves_too() throws IOException {
        second.start().close();
        var empty = export(second);

        assertThat(LogImport.run(in(empty), mongo.place())).isEqualTo(new LogExport.Amount(0, 0));
        assertThat(export(mongo)).isEqualTo(empty);
    }

    @Test
    void a_log_that_is_not_empty_is_left_alone() throws IOException {
        var exported = export(first);

        refused(Why.LOG_NOT_EMPTY, () -> LogImport.run(in(exported), first.place()));
        assertThat(export(first)).isEqualTo(exported);
    }

    @Test
    void a_file_that_was_cut_anywhere_or_changed_is_refused_and_nothing_is_written() throws IOException {
        var whole = new String(export(first), StandardCharsets.UTF_8);
        var lines = whole.lines().toList();

        refused(Why.NOT_AN_EXPORT, text -> "", whole);
        refused(Why.NOT_AN_EXPORT, text -> "{\"format\":\"other\",\"version\":1}\n", whole);
        refused(Why.NEWER_FORMAT, text -> text.replaceFirst("\"version\":1", "\"version\":2"), whole);
        refused(Why.CUT_OFF, text -> lines.getFirst() + "\n", whole);
        refused(Why.CUT_OFF, text -> text.substring(0, text.lastIndexOf("{\"commits\"")), whole);
        refused(Why.CUT_OFF, text -> text.substring(0, text.length() / 2), whole);
        refused(Why.CUT_OFF, text -> text.substring(0, text.length() - 10), whole);
        refused(Why.WRONG_SUM, text -> text.replaceFirst("Ghouta", "Gouta!"), whole);
        refused(Why.WRONG_SUM, text -> text.replaceFirst("\"commits\":6", "\"commits\":7"), whole);
        refused(Why.OUT_OF_ORDER, text -> text.replace(lines.get(2) + "\n", ""), whole);
        refused(Why.BAD_LINE, text -> text.replaceFirst("\"commit\":", "\"comit\":"), whole);
        refused(Why.BAD_LINE, text -> text.replace(lines.get(3), "[]"), whole);
        refused(Why.COMMIT_ID_TWICE, text -> text.replace(id(lines.get(2)), id(lines.get(1))), whole);
        assertThat(mongoIsEmpty()).isTrue();
    }

    @Test
    void what_is_refused_says_in_which_line() throws IOException {
        var whole = new String(export(first), StandardCharsets.UTF_8);
        var broken = whole.replace(whole.lines().toList().get(3), "{}");

        assertThatThrownBy(() -> LogImport.run(in(broken.getBytes(StandardCharsets.UTF_8)), mongo.place()))
                .isInstanceOfSatisfying(
                        ToolRefused.class,
                        refusal -> assertThat(refusal.where()).containsEntry("line", "4"));
    }

    @Test
    void an_import_that_was_interrupted_is_marked_and_goes_on_with_the_same_file() throws IOException {
        for (var house : List.<House>of(second, mongo)) {
            var exported = export(first);
            // As an import leaves it that dies in the middle.
            try (var store = OpenLog.any(house.place())) {
                var commits = new ArrayList<Commit>();
                var trailer = LogFile.read(in(exported), (line, commit) -> commits.add(commit));
                store.mark().set(trailer.sha256());
                store.log().append(commits.subList(0, 3));
            }
            try (var store = OpenLog.existing(house.place())) {
                assertThat(store.mark().unfinished()).isPresent();
            }
            var other = new String(exported, StandardCharsets.UTF_8)
                            .lines()
                            .limit(1)
                            .toList() + "\n";
            refused(Why.NOT_AN_EXPORT, () -> LogImport.run(in(other.getBytes(StandardCharsets.UTF_8)), house.place()));

            LogImport.run(in(exported), house.place());

            try (var store = OpenLog.existing(house.place())) {
                assertThat(store.mark().unfinished()).isEmpty();
            }
            assertThat(export(house)).isEqualTo(exported);
        }
    }

    @Test
    void another_file_does_not_go_on_where_one_was_interrupted() throws IOException {
        var exported = export(first);
        try (var store = OpenLog.any(mongo.place())) {
            store.mark().set("another");
        }
        refused(Why.ANOTHER_IMPORT, () -> LogImport.run(in(exported), mongo.place()));
    }

    @Test
    void rows_of_another_log_are_not_taken_for_those_of_this_one() throws IOException {
        var exported = export(first);
        try (var installation = second.start()) {
            Campaign.run(installation);
        }
        Files.delete(folder.resolve("second").resolve("log.db"));

        refused(Why.ROWS_NOT_EMPTY, () -> LogImport.run(in(exported), second.place()));
    }

    @Test
    void a_log_with_a_gap_is_not_exported() throws IOException {
        first.removeEvent(Campaign.OPENED);
        refused(Why.LOG_FLAWED, () -> export(first));
    }

    @Test
    void what_cannot_be_opened_is_refused_and_not_made() {
        var nowhere = folder.resolve("nowhere");
        refused(Why.NO_LOG, () -> OpenLog.existing(new LogPlace.Folder(nowhere)));
        assertThat(nowhere).doesNotExist();
        try (var taken = OpenLog.existing(first.place())) {
            refused(Why.FOLDER_TAKEN, () -> OpenLog.existing(first.place()));
            assertThat(taken).isNotNull();
        }
        refused(Why.STORE_FAILED, () -> {
            try (var store = OpenLog.existing(mongo.place())) {
                store.scan();
            }
        });
        if (mongo.isStandalone()) {
            refused(Why.STANDALONE, () -> {
                try (var store = OpenLog.existing(mongo.asReplicaSetOnly())) {
                    store.scan();
                }
            });
        }
        refused(
                Why.STORE_FAILED,
                () -> OpenLog.existing(new LogPlace.Database("no connection string", true, Path.of("."))));
    }

    private boolean mongoIsEmpty() {
        try (var store = OpenLog.any(mongo.place())) {
            return store.log().head() == 0 && store.mark().unfinished().isEmpty();
        }
    }

    private static String id(String line) {
        return line.replaceFirst("(?s)^.*?\"commit\":\"([^\"]*)\".*$", "$1");
    }

    private void refused(Why why, UnaryOperator<String> change, String whole) {
        refused(why, () -> LogImport.run(in(change.apply(whole).getBytes(StandardCharsets.UTF_8)), mongo.place()));
    }

    private static void refused(Why why, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ToolRefused.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    private static byte[] export(House house) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var store = OpenLog.existing(house.place())) {
            LogExport.run(store.scan(), out);
        }
        return out.toByteArray();
    }

    private static List<Flaw> flaws(House house) {
        var flaws = new ArrayList<Flaw>();
        try (var store = OpenLog.existing(house.place())) {
            LogCheck.run(store.scan(), store.rows().orElseThrow(), Catalogue.present(), flaws::add);
        }
        return flaws;
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
