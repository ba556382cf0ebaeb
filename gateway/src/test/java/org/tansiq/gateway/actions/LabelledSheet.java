package org.tansiq.gateway.actions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.tansiq.domain.actions.Relation;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.domain.shared.OrganizationId;
import org.tansiq.domain.shared.PersonId;
import org.tansiq.domain.shared.Text;
import org.tansiq.infra.cities.Gazetteer;
import org.tansiq.infra.wiring.Actor;

/** A sheet whose collisions are known, put through the rehearsal of an import into an empty coalition. */
final class LabelledSheet {
    private static final Places PLACES = new Places(CompletableFuture.completedFuture(Gazetteer.load()));

    private final Sheet sheet;
    private final Map<String, Relation> expected;
    private final Map<String, ImportReport.Collision> found = new TreeMap<>();
    private final List<ImportReport.Item> unreadable;

    private LabelledSheet(Sheet sheet, Map<String, Relation> expected) {
        this.sheet = sheet;
        this.expected = expected;
        var report = rehearse(sheet);
        report.collisions().forEach(collision -> found.put(collision.row() + "," + collision.with(), collision));
        unreadable = report.items().stream()
                .filter(item -> item.status() == ImportReport.Status.UNREADABLE)
                .toList();
    }

    static LabelledSheet of(Path actions, Path expected) throws IOException {
        return of(Files.readAllBytes(actions), Files.readString(expected));
    }

    static LabelledSheet of(byte[] actions, String expected) {
        var truth = new LinkedHashMap<String, Relation>();
        expected.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            var cells = line.strip().split(",", -1);
            truth.put(
                    cells[0] + "," + cells[1], Relation.valueOf(cells[2].strip().toUpperCase(java.util.Locale.ROOT)));
        });
        return new LabelledSheet(Sheet.read(actions), truth);
    }

    static ImportReport rehearse(Sheet sheet) {
        var by = new Actor(new PersonId("measuring"), new OrganizationId("measuring"));
        var reading = Reading.of(
                new CoalitionId("measured"),
                sheet,
                row -> by,
                PLACES,
                (name, actor) -> false,
                Instant.parse("2018-01-01T00:00:00Z"));
        return Importer.rehearsed(
                sheet, reading, Neighbourhood.of(reading, List.of(), PLACES, id -> Text.of("en", id)));
    }

    record Score(int right, int found, int expected) {
        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }
    }

    Score score(Relation relation) {
        var right = 0;
        var all = 0;
        for (var each : found.entrySet()) {
            if (each.getValue().finding().relation() == relation) {
                all++;
                right += expected.get(each.getKey()) == relation ? 1 : 0;
            }
        }
        return new Score(right, all, (int)
                expected.values().stream().filter(wanted -> wanted == relation).count());
    }

    Set<String> found() {
        return found.keySet();
    }

    /** What was missed, found in vain, or taken for the other relation; with the two rows. */
    List<String> wrong() {
        var rows = new HashMap<String, SheetRow>();
        sheet.rows().forEach(row -> rows.put(row.row() == null ? Integer.toString(row.line()) : row.row(), row));
        var pairs = new HashSet<>(expected.keySet());
        pairs.addAll(found.keySet());
        var wrong = new ArrayList<String>();
        pairs.stream().sorted().forEach(pair -> {
            var is = found.get(pair);
            var wanted = expected.get(pair);
            if (is == null || is.finding().relation() != wanted) {
                var ids = pair.split(",", -1);
                wrong.add("%s: expected %s, found %s%n  %s%n  %s"
                        .formatted(
                                pair,
                                wanted == null ? "nothing" : wanted.word(),
                                is == null
                                        ? "nothing"
                                        : is.finding().relation().word() + " "
                                                + is.finding().score() + " "
                                                + is.finding().reasons(),
                                shown(rows.get(ids[0])),
                                shown(rows.get(ids[1]))));
            }
        });
        unreadable.forEach(item -> wrong.add("row " + item.row() + " cannot be read: " + item.problem()));
        return wrong;
    }

    private static String shown(@org.jspecify.annotations.Nullable SheetRow row) {
        return row == null
                ? "(not read)"
                : "%s | %s | %s | %s | %s,%s | %s to %s %s"
                        .formatted(
                                row.title(),
                                row.organisation(),
                                row.city(),
                                row.venue(),
                                row.latitude(),
                                row.longitude(),
                                row.starts(),
                                row.ends(),
                                row.zone());
    }

    /** {@code bench/collisions}: ACTIONS.csv EXPECTED.csv, or more such pairs. */
    public static void main(String[] files) throws IOException {
        for (var i = 0; i + 1 < files.length; i += 2) {
            var actions = Path.of(files[i]);
            var begun = System.nanoTime();
            var measured = of(actions, Path.of(files[i + 1]));
            var took = (System.nanoTime() - begun) / 1_000_000;
            System.out.printf(
                    "%s: %d rows, %d pairs expected, %d found (%d ms)%n",
                    actions.getFileName(),
                    measured.sheet.rows().size(),
                    measured.expected.size(),
                    measured.found.size(),
                    took);
            for (var relation : Relation.values()) {
                var score = measured.score(relation);
                System.out.printf(
                        "  %-10s  precision %.3f (%d of %d)  recall %.3f (%d of %d)%n",
                        relation.word(),
                        score.precision(),
                        score.right(),
                        score.found(),
                        score.recall(),
                        score.right(),
                        score.expected());
            }
            measured.wrong().forEach(line -> System.out.println("  " + line.replace("\n", "\n  ")));
        }
    }
}
