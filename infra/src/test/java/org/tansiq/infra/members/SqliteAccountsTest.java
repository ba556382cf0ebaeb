package org.tansiq.infra.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteAccountsTest extends AccountsContract {
    @TempDir
    Path directory;

    @Override
    Accounts open() {
        return new SqliteAccounts(directory.resolve("data").resolve("accounts.db"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_reads_the_file() throws IOException {
        try (var files = Files.list(directory.resolve("data"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
