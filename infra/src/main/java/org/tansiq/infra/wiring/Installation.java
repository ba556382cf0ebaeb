package org.tansiq.infra.wiring;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.members.OrganizationLeft;
import org.tansiq.domain.shared.Fact;
import org.tansiq.infra.history.History;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.json.Json;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.Authors;
import org.tansiq.infra.keys.SealedRows;
import org.tansiq.infra.keys.SealedTexts;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.log.Sealing;
import org.tansiq.infra.log.Selection;
import org.tansiq.infra.rows.EventSource;
import org.tansiq.infra.rows.ProjectionRunner;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.Settings;
import org.tansiq.infra.rows.SharedPages;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;

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
    private final LoggedFacts facts;
    private final Settings working;
    private final String node = UUID.randomUUID().toString();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Sealing sealing;
    private final @Nullable AuthorKeys keys;
    private final @Nullable Erasures erasures;

    private Installation(CommitLog commits, RowStore rows, LogSettings settings, @Nullable AuthorKeys keys) {
        this.rows = rows;
        this.keys = keys;
        this.sealing = keys == null ? SealedTexts.UNSEALED : new SealedTexts(keys);
        var converter = new JacksonConverter(Json.mapper());
        var events = Decisions.types();
        log = new LogEventStorageEngine(
                commits,
                new DelegatingEventConverter(converter),
                settings,
                new PresentVersions(events, sealing),
                sealing);
        axon = AxonWiring.configure(Decisions.register(EventSourcingConfigurer.create()), log, converter)
                .start();
        commands = new Commands(axon.getComponent(CommandBus.class), axon.getComponent(MessageTypeResolver.class), log);
        facts = new LoggedFacts(LogReading.of(log), events);
        var pages = new SharedPages(facts);
        working = Settings.usual(rows.isShared());
        for (var projection : Projections.all()) {
            runners.put(projection, new ProjectionRunner(projection, facts, pages, rows, node, working));
        }
        var told = new ToldRows(new SealedRows(keys == null ? Authors.NONE : keys));
        views = new Views(rows, runners, log::head, told);
        replays = new Replays(LogReading.of(log), facts, runners.keySet(), told);
        operations = new Operations(rows, runners.values());
        followers.add(follower(Leaving.NAME, Set.of(OrganizationLeft.class), new Leaving(facts, commands)));
        erasures = keys == null ? null : new Erasures(log, keys, commands, rows.isShared());
    }

    /** Without keys: what is written is not sealed, nobody can be erased, and what was sealed reads as erased. */
    public static Installation open(CommitLog commits, RowStore rows, LogSettings settings) {
        return started(new Installation(commits, rows, settings, null));
    }

    /**
     * Starts on what is stored already.
     *
     * @param commits is closed with the installation, and so are {@code rows} and {@code keys}
     * @throws org.tansiq.infra.keys.KeysRefused if these are not the keys that this log's erasures have left
     */
    public static Installation open(CommitLog commits, RowStore rows, LogSettings settings, AuthorKeys keys) {
        KeyCheck.refuseOthers(commits, keys);
        return started(new Installation(commits, rows, settings, keys));
    }

    private static Installation started(Installation installation) {
        installation.start();
        return installation;
    }

    /**
     * The facts of a log, for those who read it without running all this: tools. The log remains the caller's; what is sealed
     * in it stays so.
     */
    public static EventSource facts(CommitLog commits) {
        return new LoggedFacts(LogReading.of(commits), Decisions.types());
    }

    private void start() {
        var erasing = erasures;
        if (erasing != null) {
            erasing.prepare();
        }
        log.onAppend(head -> {
            if (erasing != null) {
                erasing.moved();
            }
            runners.values().forEach(ProjectionRunner::moved);
            followers.forEach(Follower::moved);
        });
        runners.values().forEach(ProjectionRunner::start);
        followers.forEach(Follower::start);
        if (erasing != null) {
            erasing.start();
        }
        // There is almost always something to show at once; what takes longer says so when it is asked for.
        var until = System.nanoTime() + ROWS_PATIENCE.toNanos();
        runners.values().forEach(runner -> runner.awaitServing(Duration.ofNanos(until - System.nanoTime())));
    }

    private Follower follower(String name, Set<Class<? extends Fact>> types, Follower.Work work) {
        var names =
                types.stream().map(EventTypes::nameOf).map(QualifiedName::new).collect(toUnmodifiableSet());
        var events = Selection.of(EventCriteria.havingAnyTag().andBeingOneOfTypes(names));
        return new Follower(name, events, work, log, rows, node, working);
    }

    /**
     * Does something after each event of these types, in their order, from the first on; at one node at a time. What it does
     * must change nothing when it comes to the same event again.
     *
     * @param name remembers how far it is, for ever
     * @param work if it throws, it is tried again
     */
    public Following follow(String name, Set<Class<? extends Fact>> types, Consumer<Recorded> work) {
        var follower = follower(name, types, (position, event) -> work.accept(facts.decode(position, event)));
        followers.add(follower);
        follower.start();
        return new Following(follower);
    }

    /** An automation that comes after the log, until it is closed. */
    public static final class Following implements AutoCloseable {
        private final Follower follower;

        private Following(Follower follower) {
            this.follower = follower;
        }

        /** Position of the next event that it looks at, if it is this node's turn. */
        public long next() {
            return follower.next();
        }

        @Override
        public void close() {
            follower.close();
        }
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
        return new History(log, sealing);
    }

    /**
     * Who is erased, and how.
     *
     * @throws IllegalStateException in an installation without keys
     */
    public Erasures erasures() {
        if (erasures == null) {
            throw new IllegalStateException("There are no keys here that could be destroyed.");
        }
        return erasures;
    }

    /** Finishes what is under way; no event that was answered as written is lost without it. */
    @Override
    public void close() {
        followers.forEach(Follower::close);
        if (erasures != null) {
            erasures.close();
        }
        new ArrayList<>(runners.values()).forEach(ProjectionRunner::close);
        axon.shutdown();
        log.close();
        rows.close();
        if (keys != null) {
            keys.close();
        }
    }
}
