package org.tansiq.gateway.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.tansiq.infra.logtool.LogPlace;

/** Which log is meant: an option says so, or else the environment that a server has. */
final class Place {
    private static final String DATA = "./data";

    private Place() {}

    static LogPlace of(Arguments arguments, Map<String, String> environment) {
        if (arguments.has("--data") && arguments.has("--mongodb")) {
            throw new BadUse("use.two-places", Map.of());
        }
        var data = arguments.option("--data").orElse(environment.getOrDefault("TANSIQ_DATA", ""));
        var store = environment.getOrDefault("TANSIQ_STORE", "").toLowerCase(Locale.ROOT);
        if (arguments.has("--mongodb") || (store.equals("mongodb") && !arguments.has("--data"))) {
            var connection = arguments.option("--mongodb").orElse(environment.getOrDefault("TANSIQ_MONGODB", ""));
            if (connection.isBlank()) {
                throw new BadUse("use.no-mongodb", Map.of());
            }
            return new LogPlace.Database(
                    connection,
                    Boolean.parseBoolean(environment.getOrDefault("TANSIQ_ALLOW_STANDALONE", "")),
                    Path.of(data.isBlank() ? DATA : data));
        }
        if (!store.isEmpty() && !store.equals("sqlite") && !arguments.has("--data")) {
            throw new BadUse("use.store", Map.of("store", store));
        }
        return new LogPlace.Folder(Path.of(data.isBlank() ? DATA : data));
    }
}
