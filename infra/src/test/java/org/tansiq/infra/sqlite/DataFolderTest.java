package org.tansiq.infra.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path somewhere;

    @Test
    void one_at_a_time_has_it() {
        var folder = somewhere.resolve("data");
        try (var first = DataFolder.take(folder)) {
            assertThat(first.file("log.db")).exists();
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(FolderTaken.class)
                    .hasMessageContaining(folder.toString());
        }
        DataFolder.take(folder).close();
    }

    @Test
    void what_is_in_it_stays() throws Exception {
        try (var first = DataFolder.take(somewhere)) {
            Files.writeString(first.file("log.db"), "kept");
        }
        try (var again = DataFolder.take(somewhere)) {
            assertThat(again.file("log.db")).hasContent("kept");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void it_is_its_owners_alone() throws Exception {
        var folder = somewhere.resolve("data");
        try (var taken = DataFolder.take(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.file("log.db"))))
                    .isEqualTo("rw-------");
        }
    }
}
