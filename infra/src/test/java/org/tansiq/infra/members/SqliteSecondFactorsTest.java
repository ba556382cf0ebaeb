package org.tansiq.infra.members;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSecondFactorsTest extends SecondFactorsContract {
    @TempDir
    Path directory;

    @Override
    SecondFactors open() {
        return new SqliteSecondFactors(directory.resolve("accounts.db"));
    }
}
