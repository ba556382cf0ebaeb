package org.tansiq.infra.members;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdentitiesTest extends IdentitiesContract {
    @TempDir
    Path directory;

    @Override
    Identities open() {
        return new SqliteIdentities(directory.resolve("accounts.db"));
    }
}
