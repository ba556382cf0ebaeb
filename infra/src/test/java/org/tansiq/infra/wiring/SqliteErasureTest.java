package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.SqliteKeyShelf;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.logtool.KeyTools;
import org.tansiq.infra.logtool.LogCheck;
import org.tansiq.infra.logtool.LogPlace;
import org.tansiq.infra.logtool.OpenLog;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteRowStore;

class SqliteErasureTest extends ErasureContract {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Override
    Installation open() {
        return Installation.open(
                new SqliteCommitLog(folder.resolve("log.db")),
                SqliteRowStore.open(folder.resolve("rows.db")),
                LogSettings.oneNode(),
                openKeys());
    }

    @Override
    AuthorKeys openKeys() {
        return AuthorKeys.open(new SqliteKeyShelf(folder.resolve("keys.db")), folder.resolve("key"), null);
    }

    @Override
    void loseKeys() {
        for (var file : files()) {
            if (file.getFileName().toString().startsWith("key")) {
                delete(file);
            }
        }
    }

    @Override
    Runnable backupOfKeys() {
        copy(folder, elsewhere);
        return () -> {
            loseKeys();
            copy(elsewhere, folder);
        };
    }

    private void copy(Path from, Path to) {
        for (var name : List.of("key", "keys.db")) {
            try {
                Files.copy(from.resolve(name), to.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    List<byte[]> everything() throws IOException {
        var all = new ArrayList<byte[]>();
        for (var file : files()) {
            all.add(Files.readAllBytes(file));
        }
        return all;
    }

    private List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_old_backup_is_settled_and_the_log_is_sound_with_its_keys_and_without() throws Exception {
        write();
        installation().close();
        var backup = backupOfKeys();
        reopen();
        erase(SANA);
        installation().close();
        backup.run();

        try (var store = OpenLog.existing(new LogPlace.Folder(folder))) {
            assertThat(KeyTools.settle(store, null)).isOne();
        }
        reopen();
        assertThat(found(WORDS)).isEmpty();
        installation().close();
        assertThat(flaws()).isEmpty();
        try (var store = OpenLog.existing(new LogPlace.Folder(folder))) {
            assertThat(KeyTools.rotate(store, null, null)).isOne();
        }
        assertThat(flaws()).isEmpty();
        loseKeys();
        assertThat(flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.TEXTS_SEALED);
    }

    private List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        try (var store = OpenLog.existing(new LogPlace.Folder(folder))) {
            LogCheck.run(store, null, true, Catalogue.present(), flaws::add);
        }
        return flaws;
    }
}
