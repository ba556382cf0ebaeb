package org.tansiq.gateway.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tansiq.domain.actions.Relation;

/** Sheets whose collisions are known. */
class CollisionSheetsTest {
    private static final Path SHEETS = Path.of("..", "bench", "sheets");
    private static final double WANTED = 0.98;

    @Test
    void the_scenario_has_its_seventeen_pairs_and_nothing_else() throws IOException {
        var sheet = LabelledSheet.of(
                file("ghouta-2018-actions.csv"), new String(file("ghouta-2018-expected-collisions.csv"), UTF_8));

        assertThat(sheet.wrong()).isEmpty();
        assertThat(sheet.found()).hasSize(17);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void nearly_all_pairs_of_a_hard_sheet_are_found_and_nearly_nothing_else(String name) throws IOException {
        var sheet = LabelledSheet.of(SHEETS.resolve(name + "-actions.csv"), SHEETS.resolve(name + "-expected.csv"));

        assertThat(List.of(Relation.values())).allSatisfy(relation -> {
            var score = sheet.score(relation);
            assertThat(score.precision()).as("%s %s", relation, sheet.wrong()).isGreaterThanOrEqualTo(WANTED);
            assertThat(score.recall()).as("%s %s", relation, sheet.wrong()).isGreaterThanOrEqualTo(WANTED);
        });
    }

    static Stream<String> sheets() throws IOException {
        try (var files = Files.list(SHEETS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("-actions.csv"))
                    .map(name -> name.replace("-actions.csv", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static byte[] file(String name) throws IOException {
        try (var file = CollisionSheetsTest.class.getResourceAsStream("/demo/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }
}
