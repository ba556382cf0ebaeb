package org.tansiq.gateway.sessions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.tansiq.gateway.calendars.CalendarEntry;
import org.tansiq.gateway.calendars.CalendarFile;
import org.tansiq.gateway.members.CurrentAccount;
import org.tansiq.gateway.members.Directory;
import org.tansiq.gateway.members.SignedIn;
import org.tansiq.gateway.problems.Problem;
import org.tansiq.gateway.problems.Problems;
import org.tansiq.gateway.sessions.SessionImport.Item;
import org.tansiq.gateway.sessions.SessionImport.Status;
import org.tansiq.gateway.shared.Access;
import org.tansiq.gateway.shared.Desk;
import org.tansiq.gateway.shared.Fields;
import org.tansiq.gateway.shared.Show;
import org.tansiq.infra.wiring.Actor;

/** Takes a body's calendar in, or says what would happen if it did. */
@RestController
class SessionImportApi {
    private final SessionImporter importer;
    private final Access access;
    private final Desk desk;
    private final Problems problems;
    private final MessageSource words;
    private final Directory directory;

    SessionImportApi(
            SessionImporter importer,
            Access access,
            Desk desk,
            Problems problems,
            MessageSource words,
            Directory directory) {
        this.importer = importer;
        this.access = access;
        this.desk = desk;
        this.problems = problems;
        this.words = words;
        this.directory = directory;
    }

    /**
     * What came of it.
     *
     * @param zone in which times were read that name none
     * @param events entries of the calendar, those that repeat counted each time
     * @param older of which a later state was imported before
     * @param position of the last event; -1 if nothing was written
     */
    record Report(
            boolean dryRun,
            String zone,
            int events,
            @JsonProperty("new") long fresh,
            long moved,
            long cancelled,
            long unchanged,
            long older,
            long unreadable,
            List<Line> items,
            String summary,
            long position) {}

    /**
     * One entry.
     *
     * @param line of the file on which it begins
     * @param recurrence which time it is of those that repeat; empty where there is one
     * @param session which it is here; nothing if it cannot be read
     * @param from what the clocks show in {@code zone}; so {@code until}
     * @param notes what had to be assumed
     * @param message all that in the reader's language
     */
    record Line(
            int line,
            String uid,
            @Nullable String recurrence,
            Status status,
            @Nullable String session,
            String title,
            @Nullable String zone,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until,
            List<CalendarEntry.Note> notes,
            @Nullable Map<String, Object> problem,
            String message) {}

    /**
     * Imports an iCalendar file.
     *
     * @param dryRun says what would happen and changes nothing; so it is unless {@code false} is said
     * @param body that sits, such as the Human Rights Council; so {@code bodyAr} in Arabic
     * @param zone in which times are read that name none; the calendar's own if it says one, else UTC
     * @param leadDays how long before a session something must be prepared; 21 unless said
     */
    @PostMapping(
            path = "/api/v1/coalitions/{coalition}/sessions/import",
            consumes = "text/calendar",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Report> calendar(
            @CurrentAccount SignedIn me,
            @PathVariable CoalitionId coalition,
            @RequestParam(name = "dry-run", defaultValue = "true") boolean dryRun,
            @RequestParam(name = "body", defaultValue = "") String body,
            @RequestParam(name = "body-ar", defaultValue = "") String bodyAr,
            @RequestParam(name = "zone", defaultValue = "") String zone,
            @RequestParam(name = "lead-days", required = false) @Nullable Integer leadDays,
            @RequestBody(required = false) byte @Nullable [] file,
            Locale locale) {
        var actor = new Actor(me.person(), access.acts(me, coalition));
        var wanted = new SessionImporter.Wanted(coalition, Fields.text(Map.of("en", body, "ar", bodyAr)), leadDays);
        var calendar = CalendarFile.of(
                file == null ? new byte[0] : file, zone.isBlank() ? null : Fields.zone("zone", zone), desk.now());
        var report = dryRun
                ? importer.rehearse(wanted, calendar, actor, desk.now())
                : importer.carryOut(wanted, calendar, actor, desk.now());
        return ResponseEntity.ok()
                .header(Desk.POSITION, Long.toString(report.position()))
                .body(shown(report, dryRun, locale));
    }

    private Report shown(SessionImport report, boolean dryRun, Locale locale) {
        var zone = report.file().zone().getId();
        var counts = new Object[] {
            report.items().size(),
            report.count(Status.NEW),
            report.count(Status.MOVED),
            report.count(Status.CANCELLED),
            report.count(Status.UNCHANGED),
            report.count(Status.OLDER),
            report.count(Status.UNREADABLE),
        };
        return new Report(
                dryRun,
                zone,
                report.items().size(),
                report.count(Status.NEW),
                report.count(Status.MOVED),
                report.count(Status.CANCELLED),
                report.count(Status.UNCHANGED),
                report.count(Status.OLDER),
                report.count(Status.UNREADABLE),
                report.items().stream().map(item -> line(item, zone, locale)).toList(),
                words.getMessage(dryRun ? "sessions.import.rehearsed" : "sessions.import.done", counts, locale),
                report.position());
    }

    private Line line(Item item, String assumed, Locale locale) {
        var why = item.why();
        var problem = why == null ? null : new Problem(422, why.code(), why.field(), why.details(), Map.of());
        var read = item.read();
        return new Line(
                item.line(),
                item.uid(),
                read == null || read.recurrence().isEmpty() ? null : read.recurrence(),
                item.status(),
                item.session(),
                read == null ? item.title() : read.title().in(locale.getLanguage()),
                read == null ? null : read.zone().getId(),
                read == null ? null : local(read, read.from()),
                read == null ? null : local(read, read.until()),
                item.notes().stream().sorted().toList(),
                problem == null ? null : problems.body(problem, locale),
                message(item, problem, assumed, locale));
    }

    private static LocalDateTime local(CalendarEntry.Read read, Instant at) {
        return at.atZone(read.zone()).toLocalDateTime();
    }

    private String message(Item item, @Nullable Problem problem, String assumed, Locale locale) {
        var read = item.read();
        var written = read == null ? item.title() : read.title().in(locale.getLanguage());
        var title = written.isEmpty() ? item.uid() : written;
        var said = new ArrayList<String>();
        said.add(words.getMessage(
                "sessions.import." + item.status(),
                new Object[] {
                    Integer.toString(item.line()),
                    apart(title),
                    read == null ? "" : apart(new Show(locale, directory).local(local(read, read.from())))
                },
                locale));
        if (problem != null) {
            said.add(problems.detail(problem, locale));
            return String.join(" ", said);
        }
        item.notes().stream()
                .sorted()
                .map(note -> words.getMessage("sessions.import.note." + note, new Object[] {apart(assumed)}, locale))
                .forEach(said::add);
        return String.join(" ", said);
    }

    /** Words of unknown direction do not turn the sentence around them. */
    private static String apart(String somebodys) {
        return '\u2068' + somebodys + '\u2069';
    }
}
