package org.tansiq.infra.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.Settings;
import org.tansiq.infra.rows.SharedPages;
import org.tansiq.projections.shared.Projection;

/** Everything below the gateway, put together over a log and a row store, running from {@link #open} to {@link #close}. */
public final class Installation implements AutoCloseable {
    private static final Duration ROWS_PATIENCE = Duration.ofSeconds(1);

    private final AxonConfiguration axon;
    private final LogEventStorageEngine log;
    private final RowStore rows;
    private final Map<Projection, ProjectionRunner> runners = new LinkedHashMap<>();
    private final Commands commands;
    private final Views views;
    private final Replays replays;
    private final Operations operations;
    private final Leaving leaving;

    private Installation(CommitLog commits, RowStore rows, LogSettings settings) {
        this.rows = rows;
        var converter = new JacksonConverter(Json.mapper());
        var events = Decisions.types();
        log = new LogEventStorageEngine(
                commits, new DelegatingEventConverter(converter), settings, new PresentVersions(events));
        axon = AxonWiring.configure(Decisions.register(EventSourcingConfigurer.create()), log, converter)
                .start();
        commands = new Commands(axon.getComponent(CommandBus.class), axon.getComponent(MessageTypeResolver.class), log);
        var facts = new LoggedFacts(LogReading.of(log), events);
        var pages = new SharedPages(facts);
        var node = UUID.randomUUID().toString();
        var working = Settings.usual(rows.isShared());
        for (var projection : Projections.all()) {
            runners.put(projection, new ProjectionRunner(projection, facts, pages, rows, node, working));
        }
        views = new Views(rows, runners, log::head);
        replays = new Replays(LogReading.of(log), facts, runners.keySet());
        operations = new Operations(rows, runners.values());
        leaving = new Leaving(log, facts, rows, node, working, commands);
    }

    /**
     * Starts on what is stored already.
     *
     * @param commits is closed with the installation, and so is {@code rows}
     */
    public static Installation open(CommitLog commits, RowStore rows, LogSettings settings) {
        var installation = new Installation(commits, rows, settings);
        installation.start();
        return installation;
    }

    /** The facts of a log, for those who read it without running all this: tools. The log remains the caller's. */
    public static EventSource facts(CommitLog commits) {
        return new LoggedFacts(LogReading.of(commits), Decisions.types());
    }

    private void start() {
        log.onAppend(head -> {
            runners.values().forEach(ProjectionRunner::moved);
            leaving.moved();
        });
        runners.values().forEach(ProjectionRunner::start);
        leaving.start();
        // There is almost always something to show at once; what takes longer says so when it is asked for.
        var until = System.nanoTime() + ROWS_PATIENCE.toNanos();
        runners.values().forEach(runner -> runner.awaitServing(Duration.ofNanos(until - System.nanoTime())));
    }

    public Commands commands() {
        return commands;
    }

    public Views views() {
        return views;
    }

    /** For an operator. */
    public Operations operations() {
        return operations;
    }

    public Replays replays() {
        return replays;
    }

    public History history() {
        return new History(log);
    }

    /** Finishes what is under way; no event that was answered as written is lost without it. */
    @Override
    public void close() {
        leaving.close();
        new ArrayList<>(runners.values()).forEach(ProjectionRunner::close);
        axon.shutdown();
        log.close();
        rows.close();
    }
}
