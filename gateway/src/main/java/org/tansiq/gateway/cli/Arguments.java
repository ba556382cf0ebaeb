package org.tansiq.gateway.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command line taken apart.
 *
 * @param words what is no option
 * @param options by name; {@code --data folder} and {@code --data=folder} are the same
 */
record Arguments(List<String> words, Map<String, String> options) {
    private static final Set<String> WITH_VALUE = Set.of("--data", "--mongodb", "--lang");
    private static final Set<String> ALONE = Set.of("--no-rows", "--help");

    Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /** @throws BadUse if there is an option that is not known, or that lacks its value */
    static Arguments of(List<String> arguments) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var next = rest.next();
            var split = next.split("=", 2);
            if (!next.startsWith("--")) {
                words.add(next);
            } else if (WITH_VALUE.contains(split[0]) && split.length == 2) {
                options.put(split[0], split[1]);
            } else if (WITH_VALUE.contains(next) && rest.hasNext()) {
                options.put(next, rest.next());
            } else if (ALONE.contains(next)) {
                options.put(next, "");
            } else {
                throw new BadUse("use.option", Map.of("option", next));
            }
        }
        return new Arguments(words, options);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }
}
