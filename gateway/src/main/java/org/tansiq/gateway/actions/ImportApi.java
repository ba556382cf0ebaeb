package org.tansiq.gateway.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tansiq.domain.shared.CoalitionId;
import org.tansiq.gateway.campaigns.Proposing;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.rights.Sights;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.infra.wiring.Actor;
import org.tansiq.projections.campaigns.HashtagProposal;
import org.tansiq.projections.campaigns.HashtagProposals;
import org.tansiq.projections.campaigns.HashtagRow;

/** Takes a sheet in, or says what would happen if it did. */
@RestController
class ImportApi {
    private static final String ALL = "all";

    private final Importer importer;
    private final Access access;
    private final Sights sights;
    private final Desk desk;
    private final Problems problems;
    private final MessageSource words;
    private final Whys whys;
    private final Proposing proposing;

    ImportApi(
            Importer importer,
            Access access,
            Sights sights,
            Desk desk,
            Problems problems,
            MessageSource words,
            Whys whys,
            Proposing proposing) {
        this.importer = importer;
        this.access = access;
        this.sights = sights;
        this.desk = desk;
        this.problems = problems;
        this.words = words;
        this.whys = whys;
        this.proposing = proposing;
    }

    record Report(
            boolean dryRun,
            int rows,
            long scheduled,
            long alreadyThere,
            long colliding,
            long unreadable,
            List<String> ignoredColumns,
            List<Line> items,
            List<Collision> collisions,
            String summary,
            long position) {}

    /**
     * One row.
     *
     * @param unseen whether something is planned there that one may not see; its organisers have been told
     * @param hashtags which hashtags the coalition has for those of the row that are variants of them
     * @param message what there is to say of the row in the reader's language; nothing where all went well
     */
    record Line(
            String row,
            int line,
            ImportReport.Status status,
            @Nullable String action,
            @Nullable String title,
            @Nullable String city,
            List<ImportReport.Other> collidesWith,
            boolean unseen,
            List<HashtagProposal> hashtags,
            @Nullable Map<String, Object> problem,
            @Nullable String message) {}

    /**
     * Two that should know of each other: two rows of the sheet, or a row and an action that is scheduled.
     *
     * @param rowB comes after {@code rowA}
     * @param relation {@code same_event} or {@code overlap}
     * @param score from 0 to 1
     * @param why in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"row_a", "row_b", "row", "action", "relation", "score", "why"})
    record Collision(
            @JsonProperty("row_a") @Nullable String rowA,
            @JsonProperty("row_b") @Nullable String rowB,
            @Nullable String row,
            @Nullable String action,
            String relation,
            double score,
            String why) {}

    /**
     * Imports a CSV file.
     *
     * @param dryRun says what would happen and changes nothing
     * @param acknowledge {@code all}, or the rows (parted by commas) that are to be scheduled although they collide
     */
    @PostMapping(
            path = "/api/v1/coalitions/{coalition}/actions/import",
            consumes = "text/csv",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Report> sheet(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "") String acknowledge,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var actor = new Actor(me.person(), access.acts(me, coalition));
        var reader = access.knows(me, coalition);
        var sight = sights.of(reader, coalition);
        var sheet = Sheet.read(file == null ? new byte[0] : file);
        var report = dryRun
                ? importer.rehearse(coalition, sheet, row -> actor, sight::row, desk.now())
                : importer.carryOut(coalition, sheet, row -> actor, sight::row, acknowledging(acknowledge), desk.now());
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(report.position()))
                .body(shown(report, proposing.in(reader, coalition), dryRun, locale));
    }

    private static Importer.Acknowledging acknowledging(String rows) {
        return rows.equals(ALL)
                ? Importer.Acknowledging.ALL
                : new Importer.Acknowledging.Rows(
                        Arrays.stream(rows.split(",")).map(String::strip).collect(Collectors.toSet()));
    }

    private Report shown(ImportReport report, HashtagProposals proposals, boolean dryRun, Locale locale) {
        var counts = new Object[] {
            report.items().size(),
            report.count(ImportReport.Status.SCHEDULED),
            report.count(ImportReport.Status.ALREADY_THERE),
            report.count(ImportReport.Status.COLLIDES),
            report.count(ImportReport.Status.UNREADABLE)
        };
        return new Report(
                dryRun,
                report.items().size(),
                report.count(ImportReport.Status.SCHEDULED),
                report.count(ImportReport.Status.ALREADY_THERE),
                report.count(ImportReport.Status.COLLIDES),
                report.count(ImportReport.Status.UNREADABLE),
                report.ignored(),
                report.items().stream()
                        .map(item -> line(item, proposals.of(item.hashtags()), locale))
                        .toList(),
                report.collisions().stream()
                        .map(found -> collision(found, locale))
                        .toList(),
                words.getMessage(dryRun ? "import.summary.dry-run" : "import.summary", counts, locale),
                report.position());
    }

    private Collision collision(ImportReport.Collision found, Locale locale) {
        var finding = found.finding();
        var rows = found.with() != null;
        return new Collision(
                rows ? found.row() : null,
                found.with(),
                rows ? null : found.row(),
                found.action(),
                finding.relation().word(),
                finding.score(),
                whys.of(finding, locale));
    }

    private Line line(ImportReport.Item item, List<HashtagProposal> hashtags, Locale locale) {
        var problem = item.problem() == null ? null : problem(item.problem());
        return new Line(
                item.row(),
                item.line(),
                item.status(),
                item.action(),
                item.title(),
                item.city(),
                item.collidesWith(),
                item.unseen(),
                hashtags,
                problem == null ? null : problems.body(problem, locale),
                message(item, problem, hashtags, locale));
    }

    private @Nullable String message(
            ImportReport.Item item, @Nullable Problem problem, List<HashtagProposal> hashtags, Locale locale) {
        var said = new ArrayList<String>();
        var mishap = mishap(item, problem, locale);
        if (mishap != null) {
            said.add(mishap);
        }
        hashtags.forEach(one -> said.add(words.getMessage(
                one.state() == HashtagRow.State.RETIRED ? "import.row.hashtag-once" : "import.row.hashtag",
                new Object[] {item.row(), one.given(), one.proposed()},
                locale)));
        return said.isEmpty() ? null : String.join(" ", said);
    }

    private @Nullable String mishap(ImportReport.Item item, @Nullable Problem problem, Locale locale) {
        if (problem != null) {
            return words.getMessage(
                    "import.row.problem", new Object[] {item.row(), problems.detail(problem, locale)}, locale);
        }
        if (item.status() != ImportReport.Status.COLLIDES) {
            return null;
        }
        if (item.unseen() && item.collidesWith().isEmpty()) {
            return words.getMessage("import.row.unseen", new Object[] {item.row()}, locale);
        }
        var others = item.collidesWith().stream()
                .map(other -> other.row() == null
                        ? other.title().values().stream().findFirst().orElse(other.action())
                        : words.getMessage("import.row.with-row", new Object[] {other.row()}, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("ar") ? "، " : ", "));
        return words.getMessage("import.row.collides", new Object[] {item.row(), others}, locale);
    }

    private static Problem problem(RowProblem row) {
        return new Problem(422, row.code(), row.field(), row.details(), Map.of());
    }
}
