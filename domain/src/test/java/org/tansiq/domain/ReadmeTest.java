package org.tansiq.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;

/** The README promises a table of all decisions, with links to code and test. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern DECISION = Pattern.compile("^\\| `(\\w+) -> ([\\w, ]+)` ", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\((?!http|#)([^)]+)\\)");

    private final String readme = read();
    private final Iterable<JavaClass> classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tansiq.domain");

    @Test
    void every_command_stands_in_the_table_of_decisions() {
        assertThat(DECISION.matcher(readme).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(namesOfThoseWith(Command.class));
    }

    @Test
    void every_event_is_what_some_command_becomes() {
        assertThat(DECISION.matcher(readme)
                        .results()
                        .flatMap(row -> Pattern.compile(", ").splitAsStream(row.group(2)))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(namesOfThoseWith(Event.class));
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(LINK.matcher(readme).results().map((MatchResult link) -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    private List<String> namesOfThoseWith(Class<? extends Annotation> annotation) {
        var names = new ArrayList<String>();
        classes.forEach(type -> {
            if (type.isAnnotatedWith(annotation)) {
                names.add(type.getSimpleName());
            }
        });
        return names;
    }

    private static String read() {
        try {
            return Files.readString(ROOT.resolve("README.md"));
        } catch (IOException missing) {
            throw new AssertionError("There is no README.md beside the modules.", missing);
        }
    }
}
