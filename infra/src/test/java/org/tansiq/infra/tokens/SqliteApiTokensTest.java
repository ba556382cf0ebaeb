package org.tansiq.infra.tokens;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteApiTokensTest extends ApiTokensContract {
    @TempDir
    Path folder;

    @Override
    ApiTokens open() {
        return new SqliteApiTokens(folder.resolve("tokens.db"));
    }
}
