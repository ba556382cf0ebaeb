package org.tansiq.gateway.shared;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept.
 *
 * @param store which store the log, the rows and the accounts are in
 * @param data the directory of the SQLite files
 * @param allowStandalone whether a MongoDB that is no replica set will do; it cannot promise that what it has answered lasts
 * @param mongodb a connection string, needed when {@code store} is {@code mongodb}; without a database in it: tansiq
 */
@ConfigurationProperties("tansiq")
public record Settings(
        @DefaultValue("sqlite") Store store,
        @DefaultValue("./data") Path data,
        @Nullable String mongodb,
        @DefaultValue("false") boolean allowStandalone) {
    public enum Store {
        SQLITE,
        MONGODB
    }

    public ConnectionString connectionString() {
        if (mongodb == null || mongodb.isBlank()) {
            throw new StartRefused(
                    "tansiq.store is mongodb, so tansiq.mongodb must be a connection string.",
                    "Set TANSIQ_MONGODB, such as mongodb://127.0.0.1:27017/tansiq?replicaSet=rs0");
        }
        return new ConnectionString(mongodb);
    }

    public String mongoDatabase() {
        var database = connectionString().getDatabase();
        return database == null ? "tansiq" : database;
    }

    /** Not the connection string, which may hold a password. */
    @Override
    public String toString() {
        return "Settings[store=" + store + ", data=" + data + "]";
    }
}
