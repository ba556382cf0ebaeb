package org.tansiq.infra.logtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.Flaw.Kind;
import org.tansiq.infra.wiring.Catalogue;

class SqliteLogCheckTest extends LogCheckContract {
    private final Path folder;

    SqliteLogCheckTest(@TempDir Path folder) {
        super(new SqliteHouse(folder));
        this.folder = folder;
    }

    @Test
    void not_a_byte_of_the_files_changes() throws IOException {
        check(folder);
        var before = files(folder);
        check(folder);
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void the_end_of_a_log_that_was_not_closed_is_looked_at_and_left_where_it_is(@TempDir Path crashed)
            throws IOException {
        try (var installation = new SqliteHouse(folder).start()) {
            installation.commands().carryOut(Campaign.more(), Campaign.actor(), null);
            Campaign.settle(installation);
            for (var file : files(folder).keySet()) {
                Files.copy(folder.resolve(file), crashed.resolve(file));
            }
        }
        assertThat(Files.size(crashed.resolve("log.db-wal"))).isPositive();
        var before = files(crashed);

        assertThat(check(crashed).events()).isEqualTo(Campaign.EVENTS + 1);
        var after = files(crashed);
        for (var file : new String[] {"log.db", "log.db-wal", "rows.db", "rows.db-wal"}) {
            assertThat(after.get(file)).as(file).isEqualTo(before.get(file));
        }
    }

    @Test
    void a_page_that_was_overwritten_is_told() throws IOException {
        try (var file = FileChannel.open(folder.resolve("log.db"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[4096]), 4096);
        }
        var told = new ArrayList<Flaw>();
        try (var store = OpenLog.existing(new LogPlace.Folder(folder))) {
            LogCheck.run(store.scan(), null, Catalogue.present(), told::add);
        }
        assertThat(told).extracting(Flaw::kind).contains(Kind.STORE_DAMAGED);
    }

    private static LogCheck.Result check(Path folder) {
        try (var store = OpenLog.existing(new LogPlace.Folder(folder))) {
            var result = LogCheck.run(store.scan(), store.rows().orElseThrow(), Catalogue.present(), flaw -> {});
            assertThat(result.wrong()).isZero();
            return result;
        }
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.list(folder)) {
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
