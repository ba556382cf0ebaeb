package org.tansiq.infra.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.tansiq.infra.keys.AuthorKeys;
import org.tansiq.infra.keys.MongoKeyShelf;
import org.tansiq.infra.log.LogSettings;
import org.tansiq.infra.mongo.MongoRowStore;
import org.tansiq.infra.mongo.TestMongo;

class MongoErasureTest extends ErasureContract {
    private static final List<String> KEYS = List.of("author_keys", "author_keys_announced", "author_keys_custody");

    private final TestMongo mongo = new TestMongo();

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        mongo.close();
    }

    @Override
    Installation open() {
        return Installation.open(
                mongo.openLog(), MongoRowStore.open(mongo.database()), LogSettings.manyNodes(), openKeys());
    }

    @Override
    AuthorKeys openKeys() {
        return AuthorKeys.open(new MongoKeyShelf(mongo.database()), folder.resolve("key"), null);
    }

    @Override
    void loseKeys() {
        KEYS.forEach(name -> mongo.database().getCollection(name).drop());
        try {
            Files.delete(folder.resolve("key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Runnable backupOfKeys() {
        var kept = KEYS.stream()
                .map(name -> mongo.database().getCollection(name).find().into(new ArrayList<>()))
                .toList();
        return () -> {
            for (var i = 0; i < KEYS.size(); i++) {
                var collection = mongo.database().getCollection(KEYS.get(i));
                collection.deleteMany(new Document());
                if (!kept.get(i).isEmpty()) {
                    collection.insertMany(kept.get(i));
                }
            }
        };
    }

    /** The documents: the files are the server's, and it writes over them when it likes. */
    @Override
    List<byte[]> everything() {
        var all = new ArrayList<byte[]>();
        for (var name : mongo.database().listCollectionNames()) {
            for (var document : mongo.database().getCollection(name).find()) {
                all.add(document.toJson().getBytes(StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
