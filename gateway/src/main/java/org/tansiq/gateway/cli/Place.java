package org.tansiq.gateway.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.tansiq.infra.logtool.LogPlace;

/** Which log is meant: an option says so, or else the environment that a server has. */
final class Place {
    private Place() {}

    static LogPlace of(Arguments arguments, Map<String, String> environment) {
        if (arguments.has("--data") && arguments.has("--mongodb")) {
            throw new BadUse("use.two-places", Map.of());
        }
        var store = environment.getOrDefault("TANSIQ_STORE", "").toLowerCase(Locale.ROOT);
        if (arguments.has("--mongodb") || (store.equals("mongodb") && !arguments.has("--data"))) {
            var connection = arguments.option("--mongodb").orElse(environment.getOrDefault("TANSIQ_MONGODB", ""));
            if (connection.isBlank()) {
                throw new BadUse("use.no-mongodb", Map.of());
            }
            return new LogPlace.Database(
                    connection, Boolean.parseBoolean(environment.getOrDefault("TANSIQ_ALLOW_STANDALONE", "")));
        }
        if (!store.isEmpty() && !store.equals("sqlite") && !arguments.has("--data")) {
            throw new BadUse("use.store", Map.of("store", store));
        }
        var data = arguments.option("--data").orElse(environment.getOrDefault("TANSIQ_DATA", ""));
        return new LogPlace.Folder(Path.of(data.isBlank() ? "./data" : data));
    }
}
