package org.tansiq.infra.rows;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.projections.shared.Projection;
import org.tansiq.projections.shared.Recorded;
import org.tansiq.projections.shared.View;

/**
 * What the holder of the lease does: it keeps the rows that serve up with the log, builds others where that is wanted, and
 * carries requests out. Begun anew after every failure, from what is stored. For one thread, but for what is said of it.
 */
final class Keeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

    /** Events that changed nothing are read again after a stop; storing how far one came costs more than that. */
    private static final int UNSTORED_EVENTS_MAX = 5_000;

    /** How often it looks whether anybody works with an older version still. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Projection projection;
    private final Edition edition;
    private final EventSource source;
    private final SharedPages pages;
    private final RowStore store;
    private final LeaseHold hold;
    private final Settings settings;
    private final InstantSource clock;
    private final Reached reached;
    private final Runnable wake;
    private final Folding folding;
    private final List<String> views;
    private final Map<Edition, LeaseWatch> older = new HashMap<>();
    private final Deque<Edition> retired = new ArrayDeque<>();

    private volatile @Nullable Serving serving;
    private volatile @Nullable Loading loading;
    private volatile @Nullable Merging merging;
    /** Position of the next event to apply; those from what is stored on to before it changed nothing. */
    private volatile long next;

    private long unstoredSince;
    private long askedAt;
    private long lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();
    private volatile boolean asked = true;
    private boolean unswept = true;
    private RowCache cache = RowCache.unknowing();

    Keeping(
            Projection projection,
            EventSource source,
            SharedPages pages,
            RowStore store,
            LeaseHold hold,
            Settings settings,
            InstantSource clock,
            Reached reached,
            Runnable wake) {
        this.projection = projection;
        this.edition = Edition.of(projection);
        this.source = source;
        this.pages = pages;
        this.store = store;
        this.hold = hold;
        this.settings = settings;
        this.clock = clock;
        this.reached = reached;
        this.wake = wake;
        this.folding = new Folding(projection, source, clock);
        this.views = projection.views().stream().map(View::name).toList();
    }

    /** Begins where things stand. */
    void resume() {
        var standing = store.resume(edition);
        serve(standing.serving());
        var building = standing.building();
        if (building != null) {
            require(building);
            load(building);
        } else if (standing.serving() == null) {
            rebuild();
        }
    }

    /** Whether there was anything to do. */
    boolean round() {
        hold.require();
        var busy = carryOutRequests();
        busy |= keepUp();
        busy |= build();
        busy |= dropWhatIsOver();
        return busy;
    }

    /** There may be a request. */
    void asked() {
        asked = true;
    }

    @Nullable
    Serving serving() {
        return serving;
    }

    long next() {
        return next;
    }

    ProjectionStatus.@Nullable Building building() {
        var load = loading;
        if (load != null) {
            return new ProjectionStatus.Building(load.progress().next() - 1, load.perSecond());
        }
        var merge = merging;
        return merge == null
                ? null
                : new ProjectionStatus.Building(merge.progress().next() - 1, 0);
    }

    /** Events of a rebuild may be waited for elsewhere; it goes on where it was. */
    @Override
    public void close() {
        var load = loading;
        if (load != null) {
            load.close();
        }
    }

    private void serve(@Nullable Serving now) {
        serving = now;
        if (now != null) {
            require(now.progress());
            next = now.progress().next();
            reached.repaired(now.repaired());
            // Somebody else may have taken it further, and whoever listens here has not heard of it.
            if (reached.reach(next)) {
                reached.tell(Set.copyOf(views));
            }
        }
    }

    private void require(Progress progress) {
        if (progress.next() > source.head()) {
            throw new IllegalStateException("The rows stand at " + progress.next() + " and the log ends at "
                    + source.head() + ". Are they of another log? Without them they are built anew.");
        }
    }

    private boolean keepUp() {
        var now = serving;
        if (now == null) {
            return false;
        }
        var merge = merging;
        if (merge != null) {
            while (catchUp(merge)) {
                hold.require();
            }
        }
        var events = source.read(next, settings.batchMax());
        if (events.isEmpty()) {
            if (isOwed(now, next)) {
                write(now, next, List.of(), List.of());
            }
            return false;
        }
        var folded = folding.fold(events, next, store.generation(now.progress().generation()), cache);
        if (next == now.progress().next()) {
            unstoredSince = System.nanoTime();
        }
        if (isWorthStoring(now, folded) || isOwed(now, folded.next())) {
            write(now, folded.next(), folded.rows(), folded.parked());
            folded.written();
            sayParked(folded.parked());
        }
        next = folded.next();
        if (merge != null) {
            merge.keepUp(events, folded.rows());
        }
        reached.reach(next);
        tell(folded.rows());
        return true;
    }

    private static boolean isWorthStoring(Serving now, Folding.Folded folded) {
        var stored = now.progress().next();
        return !folded.rows().isEmpty()
                || !folded.parked().isEmpty()
                || folded.next() - stored >= UNSTORED_EVENTS_MAX
                // Who stood where rows came late hears of them with the next event.
                || now.belated().stream().anyMatch(late -> late.seen() + 2 > stored);
    }

    /** Whether others have waited long enough to hear of events that changed nothing. */
    private boolean isOwed(Serving now, long to) {
        return to > now.progress().next()
                && System.nanoTime() - unstoredSince >= settings.publish().toNanos();
    }

    private void write(Serving now, long to, List<StoredRow> rows, List<Parked> parked) {
        write(now, Batch.of(edition, hold.term(), now.progress(), to, rows, parked));
    }

    private void write(Serving now, Batch batch) {
        store.write(batch);
        serving = now.after(batch);
    }

    private boolean build() {
        var load = loading;
        if (load != null) {
            if (!load.isDone()) {
                return false;
            }
            load.close();
            var now = serving;
            merging = new Merging(
                    edition, hold.term(), store, folding, views, load.progress(), load.cache(), known(), now != null);
            loading = null;
            return true;
        }
        var merge = merging;
        if (merge == null) {
            return false;
        }
        if (catchUp(merge)) {
            return true;
        }
        if (!merge.isReady()) {
            merge.compare();
            return true;
        }
        merging = null;
        unswept = true;
        var taken = merge.serve();
        serving = taken;
        cache = merge.cache();
        next = taken.progress().next();
        reached.repaired(taken.repaired());
        reached.reach(next);
        reached.tell(Set.copyOf(views));
        return true;
    }

    /** Whether there was anything that what is merged lacked. */
    private boolean catchUp(Merging merge) {
        var target = serving == null ? source.head() : next;
        var limit =
                (int) Math.min(settings.batchMax(), target - merge.progress().next());
        List<Recorded> events =
                limit <= 0 ? List.of() : source.read(merge.progress().next(), limit);
        if (!events.isEmpty()) {
            merge.catchUp(events);
        }
        return !events.isEmpty();
    }

    /** What readers have seen: what serves, or else what the newest of the older versions has left. */
    private @Nullable RowReader known() {
        var now = serving;
        if (now != null) {
            return store.generation(now.progress().generation());
        }
        @Nullable Standing newest = null;
        for (var other : olderEditions()) {
            var standing = store.standing(other);
            if (standing.serving() != null
                    && (newest == null || newest.edition().version() < other.version())) {
                newest = standing;
            }
        }
        return newest == null || newest.serving() == null
                ? null
                : store.generation(newest.serving().progress().generation());
    }

    private List<Edition> olderEditions() {
        return store.editions(edition.projection()).stream()
                .filter(other -> other.version() < edition.version())
                .toList();
    }

    private Outcome rebuild() {
        if (loading != null || merging != null) {
            return Outcome.ALREADY_REBUILDING;
        }
        load(store.begin(edition, hold.term()));
        unswept = true;
        return Outcome.DONE;
    }

    private void load(Progress from) {
        if (source.head() > 0) {
            LOG.info("The projection {} is being built from {}.", edition, from.next());
        }
        var load = new Loading(
                edition,
                hold.term(),
                from,
                store,
                pages,
                folding,
                () -> serving == null ? source.head() : next,
                settings.buildBatchMax(),
                wake);
        loading = load;
        load.start();
    }

    private boolean carryOutRequests() {
        var now = System.nanoTime();
        if (!asked && now - askedAt < settings.poll().toNanos()) {
            return false;
        }
        asked = false;
        askedAt = now;
        var requests = store.standing(edition).requests();
        for (var request : requests) {
            store.answer(edition, hold.term(), request.id(), carryOut(request));
        }
        return !requests.isEmpty();
    }

    private Outcome carryOut(Request request) {
        if (request.kind() == Request.Kind.REBUILD) {
            return rebuild();
        }
        var now = serving;
        if (now == null) {
            return Outcome.ALREADY_REBUILDING;
        }
        var repair = new Repair(folding, store.generation(now.progress().generation()), views);
        var repairs = request.kind() == Request.Kind.RETRY
                ? repair.retry(request.position(), next)
                : repair.skip(request.position(), request.reason(), clock.instant());
        keep(now, repairs);
        return repairs.outcome();
    }

    private void keep(Serving now, Repair.Repairs repairs) {
        if (repairs.rows().isEmpty()
                && repairs.parked().isEmpty()
                && repairs.released().isEmpty()) {
            return;
        }
        var late = repairs.rows().isEmpty() ? null : new Belated(next - 1, next - 1);
        write(
                now,
                new Batch(
                        edition,
                        hold.term(),
                        now.progress(),
                        next,
                        repairs.rows(),
                        repairs.parked(),
                        repairs.released(),
                        late));
        cache.clear();
        var after = serving;
        if (after != null) {
            reached.repaired(after.repaired());
        }
        var merge = merging;
        if (merge != null && !repairs.rows().isEmpty()) {
            // What was compared already may differ now.
            merge.compareAnew();
        }
        tell(repairs.rows());
    }

    private void tell(List<StoredRow> rows) {
        var changed = new TreeSet<String>();
        rows.forEach(row -> changed.add(row.view()));
        if (!changed.isEmpty()) {
            reached.tell(changed);
        }
    }

    /** One line for a batch, and no message: it may hold words of people, which have no place in a log file. */
    private void sayParked(List<Parked> parked) {
        if (!parked.isEmpty()) {
            var first = parked.getFirst();
            LOG.warn(
                    "The projection {} has parked {} of its events, the first {} at {}: {}",
                    projection.name(),
                    parked.size(),
                    first.event(),
                    first.position(),
                    first.error());
        }
    }

    private boolean dropWhatIsOver() {
        if (unswept) {
            unswept = store.sweep(edition);
            return unswept;
        }
        if (!retired.isEmpty()) {
            if (!store.sweep(retired.getFirst())) {
                retired.removeFirst();
            }
            return true;
        }
        var now = System.nanoTime();
        if (serving == null || now - lookedAt < LOOK_EVERY.toNanos()) {
            return false;
        }
        lookedAt = now;
        for (var other : olderEditions()) {
            var lease = store.standing(other).lease();
            if (older.computeIfAbsent(other, any -> new LeaseWatch(settings.retire()))
                    .isForgotten(lease)) {
                LOG.info("Nobody works with {} any more; its rows are dropped.", other);
                store.retire(other, lease);
                older.remove(other);
                retired.add(other);
            }
        }
        return !retired.isEmpty();
    }

    /** How long there is nothing to do unless somebody says so. */
    Duration pause() {
        var now = serving;
        return now != null && next > now.progress().next() && settings.publish().compareTo(settings.poll()) < 0
                ? settings.publish()
                : settings.poll();
    }
}
