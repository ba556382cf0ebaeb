package org.tansiq.infra.logtool;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.MongoCommitLog;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.wiring.Installation;

final class MongoHouse implements House {
    private static final @Nullable String REAL = System.getenv("TANSIQ_TEST_MONGODB");

    private final @Nullable MongoServer server = REAL == null ? new MongoServer(new MemoryBackend()) : null;
    private final String name = "tansiq-test-" + UUID.randomUUID();
    private final String connection;
    private final MongoClient client;
    private final MongoDatabase database;
    private boolean hasFreeIds;

    MongoHouse() {
        var address = server == null ? String.valueOf(REAL) : server.bindAndGetConnectionString();
        var query = address.indexOf('?');
        connection = (query < 0 ? address : address.substring(0, query)).replaceFirst("^(mongodb://[^/]+).*$", "$1/")
                + name
                + (query < 0 ? "" : address.substring(query));
        client = MongoClients.create(connection);
        database = client.getDatabase(name);
    }

    @Override
    public LogPlace place() {
        return new LogPlace.Database(connection, server != null, java.nio.file.Path.of("."));
    }

    boolean isStandalone() {
        return server != null;
    }

    LogPlace.Database asReplicaSetOnly() {
        return new LogPlace.Database(connection, false, java.nio.file.Path.of("."));
    }

    @Override
    public Installation start() {
        return Installation.open(
                new MongoCommitLog(database, server != null), MongoRowStore.open(database), LogSettings.manyNodes());
    }

    @Override
    public void removeEvent(long position) {
        changeCommit(position, commit -> events(commit).remove((int) (position - commit.getLong("_id"))));
    }

    @Override
    public void removeCommit(long position) {
        commits().deleteOne(eq("_id", position));
    }

    @Override
    public void setEvent(long position, String what, String value) {
        changeCommit(position, commit -> event(commit, position).put(what, value));
    }

    @Override
    public void setCommitId(long position, String id) {
        if (!hasFreeIds) {
            commits().dropIndex(new Document("commit", 1));
            hasFreeIds = true;
        }
        changeCommit(position, commit -> commit.put("commit", id));
    }

    @Override
    public void removeTag(long position, String key) {
        changeCommit(position, commit -> removeTag(event(commit, position), key));
        removeTagFromIndex(position, key);
    }

    @Override
    public void removeTagFromIndex(long position, String key) {
        changeCommit(position, commit -> removeTag(commit, key));
    }

    @Override
    public void addTagToIndex(long position, String key) {
        changeCommit(position, commit -> {
            var tags = new ArrayList<>(commit.getList("tags", String.class));
            tags.add(key + "=other");
            commit.put("tags", tags);
        });
    }

    private static void removeTag(Document from, String key) {
        var tags = new ArrayList<>(from.getList("tags", String.class));
        tags.removeIf(tag -> tag.startsWith(key + "="));
        from.put("tags", tags);
    }

    @Override
    public SpoiledRows rows() {
        return new SpoiledRows(() -> MongoRowStore.open(database));
    }

    private void changeCommit(long position, Consumer<Document> change) {
        for (var commit : commits().find().into(new ArrayList<>())) {
            if (commit.getLong("_id") <= position && position < commit.getLong("end")) {
                change.accept(commit);
                commits().replaceOne(eq("_id", commit.get("_id")), commit);
            }
        }
    }

    private static Document event(Document commit, long position) {
        return events(commit).get((int) (position - commit.getLong("_id")));
    }

    private static List<Document> events(Document commit) {
        return commit.getList("events", Document.class);
    }

    private MongoCollection<Document> commits() {
        return database.getCollection("commits");
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        if (server != null) {
            server.shutdownNow();
        }
    }
}
