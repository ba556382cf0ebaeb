package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;

/**
 * The file has a sample of every event in every version that was ever written. Somebody's log holds such events: they are
 * read for ever. Lines are added to the file; none is ever changed or taken away.
 */
class EventsEverWrittenTest {
    private static final String FILE = "events-ever-written.ndjson";
    private static final String WHAT_TO_DO = "Logs hold such events and are never rewritten. If the event has changed,"
            + " raise its version and declare a step from the old one to it (Decisions.LIFTS). Do not edit the lines of "
            + FILE + ".";

    private final EventTypes types = Decisions.types();
    private final List<Line> lines = lines();

    record Line(String name, String version, String payload) {
        static Line of(Fact fact) {
            return new Line(
                    EventTypes.nameOf(fact.getClass()), EventTypes.versionOf(fact.getClass()), Json.write(fact));
        }
    }

    @Test
    void every_event_ever_written_can_be_read() {
        for (var line : lines) {
            assertThatCode(() -> types.decode(line.name(), line.version(), line.payload()))
                    .as("%s%n%s", WHAT_TO_DO, line)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void an_event_of_the_present_version_is_written_today_as_it_was_before() {
        for (var line : lines) {
            if (types.present(line.name()).equals(line.version())) {
                assertThat(Json.write(types.decode(line.name(), line.version(), line.payload())))
                        .as("The JSON of %s has changed, and its version has not. %s", line.name(), WHAT_TO_DO)
                        .isEqualTo(line.payload());
            }
        }
    }

    @Test
    void the_file_has_every_event_in_its_present_version_and_all_that_may_be_in_it() {
        types.byName().forEach((name, type) -> {
            var samples = Samples.of(type);
            var there = new TreeSet<String>();
            lines.stream()
                    .filter(line -> line.name().equals(name) && line.version().equals(EventTypes.versionOf(type)))
                    .map(line -> types.decode(line.name(), line.version(), line.payload()))
                    .forEach(fact -> {
                        there.add(name);
                        there.addAll(Samples.partsIn(fact));
                    });
            var wanted = Samples.parts(type);
            wanted.add(name);

            assertThat(there)
                    .as(
                            "Of %s version %s the file lacks samples. Append these lines to %s, as far as they are not"
                                    + " there:%n%s",
                            name,
                            EventTypes.versionOf(type),
                            FILE,
                            samples.stream()
                                    .map(fact -> Json.write(Line.of(fact)))
                                    .collect(Collectors.joining("\n")))
                    .containsAll(wanted);
        });
    }

    @Test
    void no_version_between_the_first_and_the_present_one_is_left_out() {
        Map<String, TreeSet<Integer>> versions = new LinkedHashMap<>();
        lines.forEach(line ->
                versions.computeIfAbsent(line.name(), any -> new TreeSet<>()).add(Integer.valueOf(line.version())));
        versions.forEach((name, found) -> assertThat(found)
                .as(name)
                .hasSize(Integer.parseInt(types.present(name)))
                .first()
                .isEqualTo(1));
    }

    private static List<Line> lines() {
        try (var in = EventsEverWrittenTest.class.getResourceAsStream(FILE)) {
            assertThat(in).as(FILE).isNotNull();
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> Json.read(line, Line.class))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
