package org.tansiq.infra.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.UnreadableJson;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.wiring.Lamps.LampLit;
import org.tansiq.infra.wiring.Lamps.LampRow;
import org.tansiq.infra.wiring.Lamps.LightLamp;
import org.tansiq.infra.wiring.Lamps.Street;

/** What was written long ago is read as if it were written today, by all who read. */
abstract class EvolutionContract {
    private static final Instant NOW = Instant.parse("2018-02-19T10:00:00Z");
    private static final String FIRST =
            "{\"street\":\"street\",\"lamp\":\"a\",\"power\":\"40 W\",\"at\":\"2018-02-19T10:00:00Z\"}";
    private static final String SECOND =
            "{\"street\":\"street\",\"lamp\":\"a\",\"watts\":50,\"at\":\"2018-02-19T10:00:00Z\"}";
    private static final String THIRD = Lamps.written(new LampLit("street", "a", 60, NOW));
    private static final String FROM_THE_FUTURE =
            "{\"street\":\"street\",\"lamp\":\"a\",\"lumen\":1,\"colour\":\"red\",\"at\":\"2018-02-19T10:00:00Z\"}";

    private final List<AutoCloseable> open = new ArrayList<>();

    abstract CommitLog log();

    abstract RowStore rows();

    @AfterEach
    void close() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_decision_sees_older_events_as_they_would_be_written_today() {
        var log = log();
        Lamps.append(log, Lamps.lit("1", FIRST), Lamps.lit("2", SECOND), Lamps.lit("3", THIRD));
        var engine = engine(log);
        var gateway = gateway(engine);

        // 400 and 500 and 60 lumen are there.
        assertThatThrownBy(() -> gateway.sendAndWait(new LightLamp("street", "b", 41, NOW)))
                .isInstanceOf(Lamps.TooBright.class);
        assertThat(engine.head()).isEqualTo(3);
        gateway.sendAndWait(new LightLamp("street", "b", 40, NOW));
        assertThat(engine.head()).isEqualTo(4);
        assertThat(engine.read(3, 1).getFirst().event().version()).isEqualTo("3");
    }

    @Test
    void so_does_a_decision_that_finds_them_in_memory() {
        var log = log();
        var engine = engine(log);
        var gateway = gateway(engine);
        gateway.sendAndWait(new LightLamp("street", "b", 100, NOW));
        gateway.sendAndWait(new LightLamp("street", "b", 900, NOW));

        assertThatThrownBy(() -> gateway.sendAndWait(new LightLamp("street", "b", 1, NOW)))
                .isInstanceOf(Lamps.TooBright.class);
    }

    @Test
    void a_decision_that_would_need_an_event_from_the_future_is_refused_and_not_made_without_it() {
        var log = log();
        Lamps.append(log, Lamps.lit("4", FROM_THE_FUTURE));
        var engine = engine(log);
        var gateway = gateway(engine);

        assertThatThrownBy(() -> gateway.sendAndWait(new LightLamp("street", "b", 1, NOW)))
                .satisfies(refused -> assertThat(root(refused))
                        .isInstanceOf(UnreadableJson.class)
                        .hasMessageContaining("version 4")
                        .hasMessageContaining("A newer Tansiq reads it"));
        assertThat(engine.head()).isEqualTo(1);
        gateway.sendAndWait(new LightLamp("another street", "b", 1, NOW));
        assertThat(engine.head()).isEqualTo(2);
    }

    @Test
    void a_decision_whose_older_event_cannot_be_lifted_is_refused() {
        var log = log();
        Lamps.append(log, Lamps.lit("1", THIRD));
        var engine = engine(log);
        var gateway = gateway(engine);

        assertThatThrownBy(() -> gateway.sendAndWait(new LightLamp("street", "b", 1, NOW)))
                .satisfies(refused -> assertThat(root(refused)).isNotInstanceOf(Lamps.TooBright.class));
        assertThat(engine.head()).isEqualTo(1);
    }

    @Test
    void a_projection_is_folded_from_lifted_events_and_parks_those_from_the_future() {
        var log = log();
        Lamps.append(log, Lamps.lit("1", FIRST), Lamps.lit("4", FROM_THE_FUTURE));
        var rows = rows();
        open.add(rows);
        var engine = engine(log);
        try (var runner =
                new ProjectionRunner(new Street(), new LoggedFacts(LogReading.of(engine), Lamps.TYPES), rows)) {
            runner.start();
            assertThat(runner.awaitPosition(1, Duration.ofSeconds(30))).isTrue();
        }

        var serving = rows.serving(Edition.of(new Street()));
        assertThat(serving.get(Street.LAMPS, "a")).contains(new LampRow("a", 400));
        assertThat(serving.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.position()).isEqualTo(1);
            assertThat(parked.message()).contains("version 4");
        });
    }

    @Test
    void the_history_shows_what_was_written_as_it_was_written() throws Exception {
        var log = log();
        Lamps.append(log, Lamps.lit("1", FIRST), Lamps.lit("2", SECOND), Lamps.lit("3", THIRD));
        var lines = new ArrayList<String>();

        new History(engine(log)).lines(new CoalitionId("street"), 0, 3, lines::add);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("\"version\":\"1\"").endsWith(",\"payload\":" + FIRST + "}");
        assertThat(lines.get(1)).contains("\"version\":\"2\"").endsWith(",\"payload\":" + SECOND + "}");
        assertThat(lines.get(2)).contains("\"version\":\"3\"").endsWith(",\"payload\":" + THIRD + "}");
    }

    private LogEventStorageEngine engine(CommitLog log) {
        var engine = Lamps.engine(log);
        open.add(engine);
        return engine;
    }

    private CommandGateway gateway(LogEventStorageEngine engine) {
        var axon = Lamps.over(engine);
        open.add(axon::shutdown);
        return axon.getComponent(CommandGateway.class);
    }

    private static Throwable root(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
