package org.tansiq.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tansiq.domain.actions.FindingId;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.keys.KeysRefused;
import org.tansiq.infra.log.Flaw;
import org.tansiq.infra.log.LogFailure;
import org.tansiq.infra.logtool.KeyTools;
import org.tansiq.infra.logtool.LogCheck;
import org.tansiq.infra.logtool.LogExport;
import org.tansiq.infra.logtool.LogImport;
import org.tansiq.infra.logtool.LogPlace;
import org.tansiq.infra.logtool.MatcherReplay;
import org.tansiq.infra.logtool.OpenLog;
import org.tansiq.infra.logtool.ToolRefused;
import org.tansiq.infra.rows.RowStoreFailure;
import org.tansiq.infra.wiring.Catalogue;

/** The commands for whoever looks after an installation. They run without the server, and start none. */
public final class Cli {
    static final int ALL_RIGHT = 0;
    static final int WRONG = 1;
    static final int BAD_USE = 2;
    static final int NOT_OPENED = 3;

    private static final String HELP = "--help";
    private static final String NO_ROWS = "--no-rows";
    private static final String PASSPHRASE = "TANSIQ_KEY_PASSPHRASE";
    private static final String NEW_PASSPHRASE = "TANSIQ_NEW_KEY_PASSPHRASE";
    private static final Set<String> LANGUAGES = Set.of("ar", "en");

    private final Terminal terminal;
    private CliWords words;

    private Cli(Terminal terminal) {
        this.terminal = terminal;
        this.words = CliWords.in(terminal.environment());
    }

    /** Whether these arguments are a command, and not settings of the server. */
    public static boolean isCommand(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || arguments[0].equals(HELP));
    }

    /** For the process itself: says on standard error what goes wrong below, and nothing else of it. */
    public static int run(String... arguments) {
        System.setProperty("logback.configurationFile", "org/tansiq/gateway/cli/logback.xml");
        return run(Terminal.ofProcess(), arguments);
    }

    /** Carries a command out, and answers what the process should exit with. */
    public static int run(Terminal terminal, String... arguments) {
        try {
            return new Cli(terminal).carryOut(List.of(arguments));
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private int carryOut(List<String> line) {
        try {
            var arguments = Arguments.of(line);
            var language = arguments.option("--lang").orElse(null);
            if (language != null) {
                if (!LANGUAGES.contains(language)) {
                    throw new BadUse("use.option", Map.of("option", "--lang " + language));
                }
                words = CliWords.in(language);
            }
            return carryOut(arguments);
        } catch (BadUse bad) {
            terminal.err().println(words.of(bad.words(), bad.values()));
            terminal.err().println(words.of("usage"));
            return BAD_USE;
        } catch (ToolRefused refused) {
            terminal.err().println(words.of("refused." + key(refused.why()), refused.where()));
            return refused.why().isOpening() ? NOT_OPENED : WRONG;
        } catch (KeysRefused refused) {
            terminal.err().println(words.of("keys." + key(refused.why()), refused.where()));
            return NOT_OPENED;
        } catch (LogFailure | RowStoreFailure | IOException e) {
            terminal.err().println(words.of("failed", Map.of("what", String.valueOf(e.getMessage()))));
            return NOT_OPENED;
        }
    }

    private int carryOut(Arguments arguments) throws IOException {
        var command = arguments.words();
        if (arguments.has(HELP) || command.equals(List.of("help"))) {
            terminal.out().println(words.of("usage"));
            return ALL_RIGHT;
        }
        var place = Place.of(arguments, terminal.environment());
        if (arguments.has(NO_ROWS) && !command.equals(List.of("log", "verify"))) {
            throw new BadUse("use.option", Map.of("option", NO_ROWS));
        }
        return switch (String.join(" ", command.subList(0, Math.min(2, command.size())))) {
            case "log verify" -> {
                atMost(2, command);
                yield verify(place, !arguments.has(NO_ROWS));
            }
            case "log export" -> {
                atMost(2, command);
                yield export(place);
            }
            case "log import" -> {
                atMost(3, command);
                yield read(place, command.subList(2, command.size()));
            }
            case "matcher replay" -> {
                atMost(2, command);
                yield replay(place);
            }
            case "keys rotate" -> {
                atMost(2, command);
                yield keys(place, "rotate.done", KeyTools::rotate);
            }
            case "keys bring" -> {
                atMost(3, command);
                yield bring(Place.named(command, terminal.environment()), place);
            }
            case "keys settle" -> {
                atMost(2, command);
                yield keys(place, "settle.done", (store, passphrase, next) -> KeyTools.settle(store, passphrase));
            }
            default -> throw new BadUse("use.command", Map.of("command", String.join(" ", command)));
        };
    }

    private static void atMost(int words, List<String> command) {
        if (command.size() > words) {
            throw new BadUse("use.command", Map.of("command", String.join(" ", command)));
        }
    }

    private int verify(LogPlace place, boolean withRows) {
        try (var store = OpenLog.existing(place)) {
            var result = LogCheck.run(store, secret(PASSPHRASE), withRows, Catalogue.present(), this::tell);
            terminal.out()
                    .println(words.of(
                            result.wrong() == 0 ? "verify.right" : "verify.wrong",
                            Map.of(
                                    "events",
                                    result.events(),
                                    "commits",
                                    result.commits(),
                                    "projections",
                                    result.projections(),
                                    "wrong",
                                    result.wrong(),
                                    "seconds",
                                    String.format(
                                            Locale.ROOT, "%.1f", result.took().toMillis() / 1_000.0))));
            return result.wrong() == 0 ? ALL_RIGHT : WRONG;
        }
    }

    /** What is different may be found all the same: only what it would miss is wrong. */
    private int replay(LogPlace place) {
        try (var store = OpenLog.existing(place)) {
            var result = MatcherReplay.run(store, secret(PASSPHRASE), Catalogue.present(), Gazetteer.load());
            if (result.isBlind()) {
                tell(Flaw.of(Flaw.Kind.TEXTS_SEALED));
            }
            result.missed().forEach(pair -> tell("replay.missed", pair));
            result.inVain().forEach(pair -> tell("replay.in-vain", pair));
            terminal.out()
                    .println(words.of(
                            "replay.done",
                            Map.of(
                                    "decisions",
                                    result.decisions(),
                                    "right",
                                    result.found() + result.missed().size(),
                                    "found",
                                    result.found(),
                                    "missed",
                                    result.missed().size(),
                                    "different",
                                    result.inVain().size() + result.spared(),
                                    "vain",
                                    result.inVain().size())));
            return result.missed().isEmpty() ? ALL_RIGHT : WRONG;
        }
    }

    private void tell(String key, FindingId pair) {
        terminal.out()
                .println(
                        words.of(key, Map.of("coalition", pair.coalition(), "one", pair.one(), "other", pair.other())));
    }

    @FunctionalInterface
    private interface KeyWork {
        int on(OpenLog store, @Nullable String passphrase, @Nullable String next);
    }

    private int keys(LogPlace place, String done, KeyWork work) {
        try (var store = OpenLog.existing(place)) {
            var count = work.on(store, secret(PASSPHRASE), secret(NEW_PASSPHRASE));
            terminal.out().println(words.of(done, Map.of("keys", count)));
            return ALL_RIGHT;
        }
    }

    private int bring(LogPlace from, LogPlace to) throws IOException {
        try (var source = OpenLog.existing(from);
                var target = OpenLog.existing(to)) {
            terminal.out().println(words.of("bring.done", Map.of("keys", KeyTools.bring(source, target))));
            return ALL_RIGHT;
        }
    }

    private @Nullable String secret(String variable) {
        var passphrase = terminal.environment().getOrDefault(variable, "");
        return passphrase.isEmpty() ? null : passphrase;
    }

    private void tell(Flaw flaw) {
        terminal.out().println(words.of("flaw." + key(flaw.kind()), flaw.where()));
    }

    private int export(LogPlace place) throws IOException {
        try (var store = OpenLog.existing(place)) {
            var amount = LogExport.run(store.scan(), terminal.out());
            if (terminal.out().checkError()) {
                throw new IOException("No space is left where the export goes, or nobody reads it any more.");
            }
            terminal.err().println(words.of("export.done", values(amount)));
            return ALL_RIGHT;
        }
    }

    private int read(LogPlace place, List<String> files) throws IOException {
        if (!files.isEmpty() && !Files.isReadable(Path.of(files.getFirst()))) {
            throw new BadUse("use.no-file", Map.of("file", files.getFirst()));
        }
        var amount =
                files.isEmpty() ? LogImport.run(terminal.in(), place) : LogImport.run(Path.of(files.getFirst()), place);
        terminal.out().println(words.of("import.done", values(amount)));
        return ALL_RIGHT;
    }

    private static Map<String, Long> values(LogExport.Amount amount) {
        return Map.of("commits", amount.commits(), "events", amount.events());
    }

    static String key(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
