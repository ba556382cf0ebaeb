package org.tansiq.bench;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.tansiq.domain.shared.Tags;
import org.tansiq.infra.json.EventTypes;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.LogEventStorageEngine;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.MongoCommitLog;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.wiring.Catalogue;

/**
 * Old entities of ten events, sourced and decoded, from logs of several sizes. The log was just opened, so nothing of it is
 * in the engine's memory; the file is in that of the operating system.
 */
final class LoadingEntities implements Row {
    private static final double TIMES_SMALL = 2;
    private static final double MILLIS_MAX = 1;
    private static final int LOADS = 2_000;
    private static final EventTypes TYPES = Catalogue.present().types();

    private record Opened(LogEventStorageEngine engine, List<Campaign.HeldTask> tasks, List<long[]> nanos) {
        static Opened over(CommitLog log, CampaignLog campaign) {
            return new Opened(
                    new LogEventStorageEngine(
                            log, Bus.converter(), LogSettings.oneNode().withTailBytesMax(0)),
                    campaign.heldTasks(),
                    new ArrayList<>());
        }

        double millis(double quantile) {
            return Callers.millis(
                    nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray(), quantile);
        }
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public void measure(Run run) throws Exception {
        var sizes = List.of(run.size().small(), run.size().middle(), run.size().big());
        var opened = new ArrayList<Opened>();
        for (var events : sizes) {
            var campaign = run.log(events);
            opened.add(Opened.over(new SqliteCommitLog(campaign.file()), campaign));
        }
        compare(run, sizes, opened, "SQLite", true);
        if (MongoPlace.isReal()) {
            try (var mongo = new MongoPlace()) {
                onMongo(run, sizes, mongo);
            }
        } else {
            run.say("   on MongoDB only with TANSIQ_TEST_MONGODB: the in-process server has no index on tags");
        }
    }

    private static void onMongo(Run run, List<Long> sizes, MongoPlace mongo) throws Exception {
        var opened = new ArrayList<Opened>();
        var databases = sizes.stream().map(events -> mongo.newDatabase()).toList();
        try {
            for (var i = 0; i < sizes.size(); i++) {
                var log = new MongoCommitLog(databases.get(i), false);
                var campaign = CampaignLog.write(sizes.get(i), run.newFolder(), log);
                opened.add(Opened.over(log, campaign));
            }
            compare(run, sizes, opened, "MongoDB", false);
        } finally {
            databases.forEach(MongoDatabase::drop);
        }
    }

    private static void compare(Run run, List<Long> sizes, List<Opened> opened, String store, boolean isSqlite)
            throws Exception {
        var random = new SplittableRandom(4);
        opened.forEach(log -> load(log, random));
        opened.forEach(log -> log.nanos().clear());
        for (var round = 0; round < 2 + run.size().rounds(); round++) {
            opened.forEach(log -> log.nanos().add(load(log, random)));
        }
        var smallest = opened.getFirst();
        for (var i = 0; i < opened.size(); i++) {
            var log = opened.get(i);
            var p50 = log.millis(0.5);
            var ratio = p50 / smallest.millis(0.5);
            var isLast = i == opened.size() - 1;
            var expected = (isLast ? "<= 2" + (isSqlite ? "; " : "") : "") + (isSqlite ? "<= 1 ms" : "");
            var details = new LinkedHashMap<String, Object>();
            details.put("events", sizes.get(i));
            details.put("p50Millis", p50);
            details.put("p99Millis", log.millis(0.99));
            details.put("entities", log.tasks().size());
            run.add(
                    String.format("loading an entity of 10 events, %s, log of %,d", store, sizes.get(i)),
                    String.format("p50 %.3f ms, p99 %.3f ms", p50, log.millis(0.99)),
                    isLast ? String.format("log of %,d: p50 %.3f ms", sizes.getFirst(), smallest.millis(0.5)) : "",
                    isLast ? Run.number(ratio) : "",
                    expected,
                    expected.isEmpty()
                            ? null
                            : (Boolean) ((!isSqlite || p50 <= MILLIS_MAX) && (!isLast || ratio <= TIMES_SMALL)),
                    details);
        }
        opened.forEach(log -> log.engine().close());
    }

    private static long[] load(Opened log, SplittableRandom random) {
        var nanos = new long[LOADS];
        for (var i = 0; i < LOADS; i++) {
            var task = log.tasks().get(random.nextInt(log.tasks().size())).task();
            var criteria = EventCriteria.havingTags(Tag.of(Tags.TASK, task.value()));
            var start = System.nanoTime();
            var events = 0;
            var stream = log.engine().source(SourcingCondition.conditionFor(criteria), null);
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                var message = next.get().message();
                if (message.payload() instanceof byte[] json) {
                    TYPES.decode(
                            message.type().name(), message.type().version(), new String(json, StandardCharsets.UTF_8));
                    events++;
                }
            }
            nanos[i] = System.nanoTime() - start;
            if (events != Campaign.TASK_EVENTS) {
                throw new IllegalStateException("Task " + task + " has " + events + " events.");
            }
        }
        return nanos;
    }
}
