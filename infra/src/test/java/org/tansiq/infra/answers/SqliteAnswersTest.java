package org.tansiq.infra.answers;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAnswersTest extends AnswersContract {
    @TempDir
    Path folder;

    @Override
    Answers open() {
        return new SqliteAnswers(folder.resolve("answers.db"));
    }
}
