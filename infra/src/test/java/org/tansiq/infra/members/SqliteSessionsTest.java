package org.tansiq.infra.members;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionsTest extends SessionStoreContract {
    @TempDir
    Path directory;

    @Override
    SessionStore open() {
        return new SqliteSessions(directory.resolve("sessions.db"));
    }
}
