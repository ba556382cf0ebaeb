package org.tansiq.infra.members;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePasskeysTest extends PasskeysContract {
    @TempDir
    Path directory;

    @Override
    Passkeys open() {
        return new SqlitePasskeys(directory.resolve("accounts.db"));
    }
}
