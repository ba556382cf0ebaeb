package org.tansiq.infra.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tansiq.infra.rows.Batch;
import org.tansiq.infra.rows.Belated;
import org.tansiq.infra.rows.Edition;
import org.tansiq.infra.rows.Lease;
import org.tansiq.infra.rows.Outcome;
import org.tansiq.infra.rows.Parked;
import org.tansiq.infra.rows.Progress;
import org.tansiq.infra.rows.Rebuilding;
import org.tansiq.infra.rows.Request;
import org.tansiq.infra.rows.RowReader;
import org.tansiq.infra.rows.RowStore;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.rows.Standing;
import org.tansiq.infra.rows.StoredRow;

/**
 * Rows in SQLite: a small file that says which generation serves, and beside it a file for each generation. One process
 * has them for itself, so what one that died was building is begun anew, and no lease of it is waited for.
 */
public final class SqliteRowStore implements RowStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteRowStore.class);
    private static final int FORMAT = 2;

    private final Path file;
    private final SqliteRowConnections connections;
    private final AtomicLong lastGeneration = new AtomicLong();
    private final Map<Edition, SqliteEdition> editions = new ConcurrentHashMap<>();
    private final Map<Long, SqliteGeneration> generations = new ConcurrentHashMap<>();

    private SqliteRowStore(Path file, SqliteRowConnections connections) {
        this.file = file;
        this.connections = connections;
    }

    /** Opens the file, or makes it; its folder must be there. Rows that another Tansiq has kept otherwise are dropped. */
    public static SqliteRowStore open(Path file) {
        var connections = new SqliteRowConnections(file, SqliteRowConnections.Tuning.DURABLE);
        var store = new SqliteRowStore(file, connections);
        try {
            store.begin();
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        return store;
    }

    /** All that is kept of the rows in {@code file}, to be copied while nobody has them open. */
    public static List<Path> files(Path file) throws IOException {
        var found = new ArrayList<Path>();
        for (var one : databases(file)) {
            found.add(one);
            var ahead = one.resolveSibling(one.getFileName() + "-wal");
            if (Files.exists(ahead)) {
                found.add(ahead);
            }
        }
        return found;
    }

    private static List<Path> databases(Path file) throws IOException {
        var found = new ArrayList<Path>(List.of(file));
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (var all = Files.newDirectoryStream(folder, prefix(file) + "*" + suffix(file))) {
                all.forEach(one -> {
                    if (number(file, one).matches("\\d{1,18}")) {
                        found.add(one);
                    }
                });
            }
        }
        return found;
    }

    private static String number(Path file, Path generation) {
        var name = generation.getFileName().toString();
        return name.substring(
                prefix(file).length(), name.length() - suffix(file).length());
    }

    private void begin() {
        connections.write(writer -> {
            var format = writer.query("PRAGMA user_version", List.of(), rows -> rows.next() ? rows.getInt(1) : 0);
            if (format != FORMAT) {
                var tables = writer.query(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
                        List.of(), rows -> {
                            var names = new ArrayList<String>();
                            while (rows.next()) {
                                names.add(rows.getString(1));
                            }
                            return names;
                        });
                for (var table : tables) {
                    writer.execute("DROP TABLE \"" + table + "\"");
                }
                writer.execute("PRAGMA user_version = " + FORMAT);
            }
            writer.execute("""
                    CREATE TABLE IF NOT EXISTS edition (
                        projection TEXT NOT NULL, version INTEGER NOT NULL, serving INTEGER NOT NULL,
                        PRIMARY KEY (projection, version)) WITHOUT ROWID
                    """);
        });
        var serving = connections.read("SELECT projection, version, serving FROM edition", List.of(), rows -> {
            var found = new ConcurrentHashMap<Edition, Long>();
            while (rows.next()) {
                found.put(new Edition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
            return found;
        });
        deleteAllBut(new HashSet<>(serving.values()));
        serving.forEach((edition, number) -> {
            lastGeneration.accumulateAndGet(number, Math::max);
            if (Files.exists(fileOf(number))) {
                var generation = SqliteGeneration.open(fileOf(number), edition, number);
                generations.put(number, generation);
                editions.put(edition, new SqliteEdition(edition, generation));
            } else {
                LOG.warn("The rows of {} are not there; they are built anew.", edition);
            }
        });
    }

    private void deleteAllBut(Set<Long> kept) {
        try {
            for (var one : databases(file)) {
                if (!one.equals(file) && !kept.contains(Long.valueOf(number(file, one)))) {
                    SqliteGeneration.delete(one);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of " + file + " cannot be read", e);
        }
    }

    private Path fileOf(long generation) {
        return file.resolveSibling(prefix(file) + generation + suffix(file));
    }

    private static String prefix(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - suffix(file).length()) + "-";
    }

    private static String suffix(Path file) {
        var name = file.getFileName().toString();
        return name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
    }

    /** Whoever may read the one file may read the others. */
    private Path create(Path fresh) {
        try {
            var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return posix == null
                    ? Files.createFile(fresh)
                    : Files.createFile(fresh, (FileAttribute<?>) PosixFilePermissions.asFileAttribute(
                            posix.readAttributes().permissions()));
        } catch (IOException e) {
            throw new RowStoreFailure("There can be no " + fresh, e);
        }
    }

    private SqliteEdition at(Edition edition) {
        return editions.computeIfAbsent(edition, fresh -> new SqliteEdition(fresh, null));
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Standing standing(Edition edition) {
        var known = editions.get(edition);
        return known == null ? Standing.none(edition) : known.standing();
    }

    @Override
    public List<Edition> editions(String projection) {
        return editions.keySet().stream()
                .filter(edition -> edition.projection().equals(projection))
                .toList();
    }

    @Override
    public Optional<Lease> take(Edition edition, Lease seen, String owner) {
        return at(edition).take(seen, owner);
    }

    @Override
    public Optional<Lease> beat(Edition edition, Lease held) {
        return at(edition).beat(held);
    }

    @Override
    public void giveUp(Edition edition, Lease held) {
        at(edition).giveUp(held);
    }

    /** A transaction leaves nothing half done. */
    @Override
    public Standing resume(Edition edition) {
        return standing(edition);
    }

    @Override
    public Progress begin(Edition edition, long term) {
        var number = lastGeneration.incrementAndGet();
        at(edition).under(term, () -> {
            var generation = SqliteGeneration.begin(create(fileOf(number)), edition, number);
            generations.put(number, generation);
            at(edition).build(generation);
        });
        return new Progress(number, 0);
    }

    @Override
    public void write(Batch batch) {
        var edition = at(batch.edition());
        edition.under(batch.term(), () -> edition.at(batch.from()).write(batch));
    }

    /** The lease may change hands meanwhile, and what is being prepared be dropped: then it fails. */
    @Override
    public void prepare(Edition edition, long term, Progress building) {
        var known = at(edition);
        var generation = new ArrayList<SqliteGeneration>();
        known.under(term, () -> generation.add(known.buildingAt(building)));
        generation.getFirst().prepare();
    }

    @Override
    public void serve(Edition edition, long term, Progress building, @Nullable Belated differing) {
        var known = at(edition);
        known.under(term, () -> {
            var generation = known.buildingAt(building);
            generation.prepare();
            generation.settle(differing);
            connections.write(writer -> writer.update(
                    "INSERT OR REPLACE INTO edition VALUES (?, ?, ?)",
                    edition.projection(),
                    edition.version(),
                    generation.number()));
            known.serve(generation);
        });
    }

    @Override
    public void retire(Edition older, Lease seen) {
        if (at(older).retire(seen)) {
            connections.write(writer -> writer.update(
                    "DELETE FROM edition WHERE projection = ? AND version = ?", older.projection(), older.version()));
        }
    }

    @Override
    public boolean sweep(Edition edition) {
        var known = editions.get(edition);
        if (known == null) {
            return false;
        }
        var generation = known.nextDropped();
        if (generation != null) {
            generation.drop();
            generations.remove(generation.number());
            return true;
        }
        if (known.inUse().isEmpty() && known.standing().lease().isFree()) {
            editions.remove(edition, known);
        }
        return false;
    }

    @Override
    public void ask(Edition edition, Request request) {
        at(edition).ask(request);
    }

    @Override
    public void answer(Edition edition, long term, String request, Outcome outcome) {
        var known = at(edition);
        known.under(term, () -> known.answer(request, outcome));
    }

    @Override
    public Optional<Outcome> outcome(Edition edition, String request) {
        return at(edition).outcome(request);
    }

    @Override
    public void forget(Edition edition, String request) {
        at(edition).forget(request);
    }

    @Override
    public RowReader serving(Edition edition) {
        return new ServingReader(() -> {
            var known = editions.get(edition);
            var serving = known == null ? null : known.serving();
            if (serving == null) {
                throw new Rebuilding(edition);
            }
            return serving;
        });
    }

    @Override
    public RowReader generation(long generation) {
        return new ServingReader(() -> {
            var known = generations.get(generation);
            if (known == null) {
                throw new RowStoreFailure(
                        "The generation " + generation + " was dropped.", new IllegalStateException());
            }
            return known;
        });
    }

    @Override
    public void close() {
        generations.values().forEach(SqliteGeneration::close);
        connections.close();
    }

    static RowStoreFailure failure(SQLException e) {
        return new RowStoreFailure("SQLite: " + e.getMessage(), e);
    }

    private interface Finding {
        SqliteGeneration now();
    }

    /** Asks what serves at the moment. That may be dropped while it is being read: then the next one is asked. */
    private record ServingReader(Finding finding) implements RowReader {
        private <T> T read(Function<SqliteGeneration, T> question) {
            for (; ; ) {
                var asked = finding.now();
                try {
                    return question.apply(asked);
                } catch (RowStoreFailure e) {
                    if (finding.now() == asked) {
                        throw e;
                    }
                }
            }
        }

        @Override
        public Optional<StoredRow> get(String view, String id) {
            return read(rows -> rows.get(view, id));
        }

        @Override
        public List<StoredRow> find(String view, String key) {
            return read(rows -> rows.find(view, key));
        }

        @Override
        public List<StoredRow> find(String view, String key, @Nullable String after, int limit) {
            return read(rows -> rows.find(view, key, after, limit));
        }

        @Override
        public List<StoredRow> changes(String view, String key, long after, int limit) {
            return read(rows -> rows.changes(view, key, after, limit));
        }

        /** A scan that has begun ends in the rows that it began in. */
        @Override
        public void scan(String view, Consumer<StoredRow> visitor) {
            finding.now().scan(view, visitor);
        }

        @Override
        public List<StoredRow> page(String view, @Nullable String after, int limit) {
            return read(rows -> rows.page(view, after, limit));
        }

        @Override
        public List<Parked> parked() {
            return read(SqliteGeneration::parked);
        }

        @Override
        public long waiting() {
            return read(SqliteGeneration::waiting);
        }
    }
}
