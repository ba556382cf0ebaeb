package org.tansiq.infra.logtool;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.KeyShelf;
import org.tansiq.infra.keys.MongoKeyShelf;
import org.tansiq.infra.keys.SqliteKeyShelf;
import org.tansiq.infra.log.CommitLog;
import org.tansiq.infra.log.ImportMark;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.log.LogScan;
import org.tansiq.infra.logtool.ToolRefused.Why;
import org.tansiq.infra.mongo.MongoCommitLog;
import org.tansiq.infra.mongo.MongoImportMark;
import org.tansiq.infra.mongo.MongoLogScan;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.StandaloneRefused;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.sqlite.DataFolder;
import org.tansiq.infra.sqlite.FolderTaken;
import org.tansiq.infra.sqlite.ImportMarkFile;
import org.tansiq.infra.sqlite.SqliteCommitLog;
import org.tansiq.infra.sqlite.SqliteLogScan;
import org.tansiq.infra.sqlite.SqliteRowStore;

/**
 * The stores of one installation, opened by a tool. A folder is the tool's alone until this is closed; a database may have
 * servers at work on it.
 */
public abstract sealed class OpenLog implements AutoCloseable {
    private static final String KEY_FILE = "key";

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    private OpenLog() {}

    /**
     * Opens what is there.
     *
     * @throws ToolRefused if there is no log, or it cannot be opened
     */
    public static OpenLog existing(LogPlace place) {
        if (place instanceof LogPlace.Folder folder
                && !Files.isRegularFile(folder.data().resolve(OnSqlite.LOG))) {
            throw new ToolRefused(
                    Why.NO_LOG, "where", folder.data().toAbsolutePath().normalize());
        }
        return any(place);
    }

    /**
     * Opens what is there, or makes room for it.
     *
     * @throws ToolRefused if it cannot be opened
     */
    static OpenLog any(LogPlace place) {
        return refusing(() -> switch (place) {
            case LogPlace.Folder folder -> new OnSqlite(folder.data());
            case LogPlace.Database database -> new OnMongo(database);
        });
    }

    /** To read the log without changing it. */
    public abstract LogScan scan();

    /** To read the rows without changing them; nothing if there are none. */
    public abstract Optional<KeptRows> rows();

    /**
     * The keys to what people wrote; nothing if there are none here.
     *
     * @throws org.tansiq.infra.keys.KeysRefused if they do not open
     */
    public Optional<AuthorKeys> keys(@Nullable String passphrase) {
        return shelf().map(shelf -> closing(AuthorKeys.open(shelf, keyFile(), passphrase)));
    }

    /** Where the keys lie; nothing if nobody has begun to keep any. */
    public abstract Optional<KeyShelf> shelf();

    /** Where keys may be put. */
    abstract KeyShelf anyShelf();

    /** Of the key that wraps them. */
    public abstract Path keyFile();

    /** To write into the log, which begins if there is none. */
    abstract CommitLog log();

    public abstract ImportMark mark();

    /** Where a file may lie that is nobody's business. */
    abstract Path folder();

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                throw new LogFailure("The log cannot be closed.", e);
            }
        }
    }

    /** What was opened last is closed first. */
    <T extends AutoCloseable> T closing(T opened) {
        closing.push(opened);
        return opened;
    }

    interface Opening<T> {
        T open() throws IOException;
    }

    static <T> T refusing(Opening<T> opening) {
        try {
            return opening.open();
        } catch (FolderTaken e) {
            throw new ToolRefused(Why.FOLDER_TAKEN, e);
        } catch (StandaloneRefused e) {
            throw new ToolRefused(Why.STANDALONE, e);
        } catch (LogFailure
                | RowStoreFailure
                | UncheckedIOException
                | IOException
                | MongoException
                | IllegalArgumentException e) {
            throw new ToolRefused(Why.STORE_FAILED, e, "what", String.valueOf(e.getMessage()));
        }
    }

    private static final class OnSqlite extends OpenLog {
        static final String LOG = "log.db";
        private static final String KEYS = "keys.db";
        private static final String ROWS = "rows.db";
        private static final String COPY = "rows-compared";

        private final Path path;
        private final DataFolder folder;

        OnSqlite(Path path) {
            this.path = path;
            folder = closing(DataFolder.take(path));
        }

        @Override
        public LogScan scan() {
            return refusing(() -> closing(SqliteLogScan.open(path.resolve(LOG))));
        }

        /** A row store is opened to be written, so it gets a copy; that one is thrown away. */
        @Override
        public Optional<KeptRows> rows() {
            if (!Files.isRegularFile(path.resolve(ROWS))) {
                return Optional.empty();
            }
            return refusing(() -> {
                var copy = closing(RowsCopy.of(path.resolve(ROWS), path.resolve(COPY)));
                return Optional.of(closing(KeptRows.of(SqliteRowStore.open(copy.rows()))));
            });
        }

        @Override
        public Optional<KeyShelf> shelf() {
            return Files.isRegularFile(path.resolve(KEYS)) ? Optional.of(anyShelf()) : Optional.empty();
        }

        @Override
        KeyShelf anyShelf() {
            return closing(new SqliteKeyShelf(path.resolve(KEYS)));
        }

        @Override
        public Path keyFile() {
            return path.resolve(KEY_FILE);
        }

        @Override
        CommitLog log() {
            return refusing(() -> closing(new SqliteCommitLog(folder.file(LOG))));
        }

        @Override
        public ImportMark mark() {
            return new ImportMarkFile(path);
        }

        @Override
        Path folder() {
            return path;
        }
    }

    private static final class OnMongo extends OpenLog {
        private static final String DATABASE = "tansiq";

        private final MongoDatabase database;
        private final Path data;
        private final boolean allowStandalone;

        /** The driver would wait for ever for a server that does not answer; the connection string may say otherwise. */
        OnMongo(LogPlace.Database place) {
            var connection = new ConnectionString(place.connection());
            var client = closing(MongoClients.create(MongoClientSettings.builder()
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                    .applyToSocketSettings(socket -> socket.readTimeout(60, TimeUnit.SECONDS))
                    .applyConnectionString(connection)
                    .build()));
            var name = connection.getDatabase();
            database = client.getDatabase(name == null ? DATABASE : name);
            allowStandalone = place.allowStandalone();
            data = place.data();
        }

        @Override
        public LogScan scan() {
            return refusing(() -> closing(MongoLogScan.open(database, allowStandalone)));
        }

        @Override
        public Optional<KeptRows> rows() {
            return refusing(() -> Optional.of(closing(KeptRows.of(MongoRowStore.open(database)))));
        }

        @Override
        public Optional<KeyShelf> shelf() {
            var shelf = anyShelf();
            return shelf.custody().map(begun -> shelf);
        }

        @Override
        KeyShelf anyShelf() {
            return new MongoKeyShelf(database);
        }

        @Override
        public Path keyFile() {
            return data.resolve(KEY_FILE);
        }

        @Override
        CommitLog log() {
            return refusing(() -> closing(new MongoCommitLog(database, allowStandalone)));
        }

        @Override
        public ImportMark mark() {
            return new MongoImportMark(database);
        }

        @Override
        Path folder() {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }
}
