package org.tansiq.gateway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tansiq.infra.logtool.LogPlace;

/** Which log is meant: an option says so, or else the environment that a server has. */
final class Place {
    private static final String DATA = "./data";

    private Place() {}

    /** The one that a command names after its two words: a folder, or a connection string. */
    static LogPlace named(List<String> command, Map<String, String> environment) {
        if (command.size() < 3) {
            throw new BadUse("use.command", Map.of("command", String.join(" ", command)));
        }
        var name = command.get(2);
        return name.startsWith("mongodb")
                ? database(
                        name,
                        environment,
                        folder(environment.getOrDefault("TANSIQ_DATA", "")).data())
                : folder(name);
    }

    private static LogPlace.Folder folder(String data) {
        return new LogPlace.Folder(Path.of(data.isBlank() ? DATA : data));
    }

    private static LogPlace.Database database(String connection, Map<String, String> environment, Path data) {
        return new LogPlace.Database(
                connection, Boolean.parseBoolean(environment.getOrDefault("TANSIQ_ALLOW_STANDALONE", "")), data);
    }

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
            return database(connection, environment, folder(data).data());
        }
        if (!store.isEmpty() && !store.equals("sqlite") && !arguments.has("--data")) {
            throw new BadUse("use.store", Map.of("store", store));
        }
        return folder(data);
    }
}
